// What a search found, for people: the sentence with the question's words marked, where it stands, and why it is here.
import DocumentReading
import LessonDocuments
import Rendering
import Retrieval

struct HitPicture {
  let options: TextOptions
  private let hits: [SearchHit]
  /// Whether any was found this way; else nothing is said of it.
  private let hasWords, hasVectors: Bool

  init(_ hits: [SearchHit], options: TextOptions) {
    (self.hits, self.options) = (hits, options)
    hasWords = hits.contains { $0.words != nil }
    hasVectors = hits.contains { $0.vectors != nil }
  }

  private static let quiet = TextStyle(dim: true)
  private static let marked = TextStyle(bold: true, underlined: true)
  /// Characters of a sentence that are shown; of a longer one those round the first match.
  private static let longest = 400

  var lines: [StyledLine] {
    guard !hits.isEmpty else { return [StyledLine("nothing found")] }
    return hits.enumerated().flatMap { index, hit in
      let evidence = hit.chunk.evidence
      var head = StyledLine("\(index + 1)".padded(to: 3) + evidence.file.harmless, TextStyle(bold: true))
      head.append("  page \(evidence.page)", Self.quiet)
      if let heading = hit.chunk.headings.last { head.append("  \(heading.harmless)", Self.quiet) }
      let lines =
        [head.truncated(to: options.width, ellipsis: options.ellipsis)]
        + sentence(of: hit).wrapped(to: options.width - 3).map { StyledLine("   ") + $0 }
        + [StyledLine("   " + reasons(hit), Self.quiet)]
      return index + 1 < hits.count ? lines + [StyledLine()] : lines
    }
  }

  /// "words 1 (7.2) · vectors 3 (0.61)"
  private func reasons(_ hit: SearchHit) -> String {
    [("words", hit.words, hasWords, 1), ("vectors", hit.vectors, hasVectors, 2)].compactMap {
      name, rank, isShown, decimals in
      guard isShown else { return nil }
      guard let rank else { return "not by \(name)" }
      return "\(name) \(rank.place) (\(NumberText(options).fixed(rank.score, decimals: decimals)))"
    }.joined(separator: options.ascii ? ", " : " · ")
  }

  private func sentence(of hit: SearchHit) -> StyledLine {
    let text = Array(hit.chunk.text.unicodeScalars)
    var shown = hit.sentence
    if shown.count > Self.longest {
      let match = hit.matches.first { shown.contains($0.lowerBound) }?.lowerBound ?? shown.lowerBound
      let start = max(shown.lowerBound, min(match - Self.longest / 4, shown.upperBound - Self.longest))
      shown = start..<start + Self.longest
    }
    var line = StyledLine(shown.lowerBound > hit.sentence.lowerBound ? options.ellipsis : "")
    var place = shown.lowerBound
    for match in hit.matches where match.lowerBound >= shown.lowerBound && match.upperBound <= shown.upperBound {
      line.append(piece(text[place..<match.lowerBound]))
      let word = piece(text[match])
      line.append(options.color == .none ? "*\(word)*" : word, Self.marked)
      place = match.upperBound
    }
    line.append(piece(text[place..<shown.upperBound]))
    if shown.upperBound < hit.sentence.upperBound { line.append(options.ellipsis) }
    return line
  }

  /// White space and what a terminal obeys become spaces.
  private func piece(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    for scalar in scalars {
      let isSpace = scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
      if !isSpace { view.append(scalar) } else if view.last != " " { view.append(" ") }
    }
    return String(view)
  }
}
