// The terms of the glossary in rows, each with the steps that show it. For those who listen, each is a sentence.
import LessonDocuments
import Rendering

public enum ConceptPicture {
  private static let widestTerm = 30
  private static let none = "no step"

  /// - Parameter hasDefinitions: whether each term's meaning stands below it.
  public static func lines(for index: ConceptIndex, hasDefinitions: Bool, options: TextOptions) -> [StyledLine] {
    let widest = index.concepts.map { options.oneLine($0.term.name).displayWidth }.max() ?? 0
    let width = min(widest, widestTerm, options.width / 2)
    return index.concepts.flatMap { concept in
      let name = options.oneLine(concept.term.name)
      let meaning = options.oneLine(concept.term.definition)
      let places = places(concept.places, options)
      if options.plain {
        let sentence = "\(name): \(places.plainText)." + (hasDefinitions ? " \(meaning)" : "")
        return StyledLine(sentence).wrapped(to: options.width)
      }
      var line = StyledLine(
        name.truncated(to: width, ellipsis: options.ellipsis).padded(to: width) + "  ", PictureStyle.name)
      line.spans += places.spans
      let rows = line.wrapped(to: options.width, indent: width + 2)
      guard hasDefinitions else { return rows }
      return rows + StyledLine("    " + meaning).wrapped(to: options.width, indent: 4) + [StyledLine()]
    }
  }

  private static func places(_ places: [ConceptIndex.Place], _ options: TextOptions) -> StyledLine {
    if places.isEmpty { return StyledLine(none, PictureStyle.quiet) }
    return StyledLine(places.map { options.oneLine($0.name) }.joined(separator: ", "))
  }
}
