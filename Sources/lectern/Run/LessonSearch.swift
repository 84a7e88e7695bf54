// Text looked for in all that a lesson says and has shown. A pure value.
import Foundation
import Rendering

struct LessonSearch {
  let text: String
  private let hits: [Hit]
  private var current = -1

  /// A part of the lesson as it is drawn.
  struct Passage {
    /// "step scores, its code"
    var place: String
    var lines: [StyledLine]
  }

  private struct Hit {
    var place: String
    /// The lines around it.
    var lines: ArraySlice<StyledLine>
    /// Which of them it is in.
    var line: Int
  }

  /// Lines shown above and below a hit.
  private static let around = 3

  init(_ text: String, in passages: [Passage]) {
    self.text = text.trimmingCharacters(in: .whitespaces)
    hits = passages.flatMap { passage in
      // An empty line at the end belongs to what follows.
      let lines = passage.lines.last?.spans.isEmpty == true ? passage.lines.dropLast() : passage.lines[...]
      return Self.lines(of: lines, with: text).map { line in
        let range = max(0, line - Self.around)..<min(lines.count, line + Self.around + 1)
        return Hit(place: passage.place, lines: lines[range], line: line)
      }
    }
  }

  var count: Int { hits.count }

  /// Goes on to the next hit, behind the last to the first.
  mutating func advance() { current = hits.isEmpty ? -1 : (current + 1) % hits.count }

  /// The hit and what stands around it.
  func lines(_ options: TextOptions) -> [StyledLine] {
    guard hits.indices.contains(current) else { return [] }
    let hit = hits[current]
    let heading = "\(current + 1) of \(hits.count): \(hit.place)"
    let sign = options.ascii ? "> " : "▸ "
    return [
      StyledLine(options.oneLine(heading), TextStyle(bold: true)).truncated(
        to: options.width, ellipsis: options.ellipsis)
    ]
      + hit.lines.indices.map { index in
        let mark = options.plain ? "" : index == hit.line ? sign : "  "
        return StyledLine(mark, StepDrawing.marked)
          + (index == hit.line ? hit.lines[index].highlighting(text, style: StepDrawing.marked) : hit.lines[index])
      } + [StyledLine()]
  }

  /// The lines in which the text begins, whatever its case; prose may break it over two lines.
  private static func lines(of lines: ArraySlice<StyledLine>, with text: String) -> [Int] {
    let wanted = text.split(separator: " ").joined(separator: " ").lowercased()
    guard !wanted.isEmpty else { return [] }
    var whole = ""
    var firsts: [(offset: Int, line: Int)] = []
    var length = 0
    for (index, line) in lines.enumerated() {
      let words = line.plainText.lowercased().split(separator: " ").joined(separator: " ")
      firsts.append((length, index))
      whole += words + " "
      length += words.utf8.count + 1
    }
    var found: [Int] = []
    var rest = whole[...]
    while let range = rest.firstRange(of: wanted) {
      let offset = whole.utf8.distance(from: whole.startIndex, to: range.lowerBound)
      if let line = firsts.last(where: { $0.offset <= offset })?.line, found.last != line { found.append(line) }
      rest = rest[range.upperBound...]
    }
    return found
  }
}
