// Where a text stands in lines, capital or not.
import Rendering

struct TextSearch: Sendable {
  struct Hit: Equatable, Sendable {
    var line: Int
    var characters: Range<Int>
  }

  private(set) var text = ""
  /// In the order of the lines.
  private(set) var hits: [Hit] = []
  private var place: Int?

  var current: Hit? { place.map { hits[$0] } }
  /// From 1.
  var currentNumber: Int? { place.map { $0 + 1 } }

  /// Finds all places; the current one stays by its number, if the same text is looked for in other lines.
  mutating func look(for text: String, in lines: [StyledLine]) {
    let isSame = text == self.text
    self.text = text
    let wanted = text.map { $0.lowercased() }
    hits =
      wanted.isEmpty ? [] : lines.indices.flatMap { Self.hits(of: wanted, text, in: lines[$0].plainText, line: $0) }
    place = isSame ? place.flatMap { hits.isEmpty ? nil : min($0, hits.count - 1) } : nil
  }

  private static func hits(of wanted: [String], _ text: String, in line: String, line number: Int) -> [Hit] {
    guard line.lowercased().contains(text.lowercased()) else { return [] }
    let characters = line.map { $0.lowercased() }
    var hits: [Hit] = []
    var start = 0
    while start + wanted.count <= characters.count {
      if characters[start..<start + wanted.count].elementsEqual(wanted) {
        hits.append(Hit(line: number, characters: start..<start + wanted.count))
        start += wanted.count
      } else {
        start += 1
      }
    }
    return hits
  }

  /// Goes to the first place at or behind a line, or else to the first.
  mutating func begin(at line: Int) {
    place = hits.firstIndex { $0.line >= line } ?? hits.indices.first
  }

  /// - Returns: whether it went round.
  mutating func goOn(by step: Int) -> Bool {
    guard !hits.isEmpty else { return false }
    guard let now = place else {
      place = 0
      return false
    }
    place = (now + step + hits.count) % hits.count
    return !hits.indices.contains(now + step)
  }

  /// A line with its hits marked.
  func marked(_ line: StyledLine, _ index: Int) -> StyledLine {
    // Hits are in order: halve to the first of this line.
    var (low, high) = (0, hits.count)
    while low < high {
      let middle = (low + high) / 2
      if hits[middle].line < index { low = middle + 1 } else { high = middle }
    }
    let here = hits[low...].prefix { $0.line == index }
    guard !here.isEmpty else { return line }
    var result = StyledLine()
    var offset = 0
    for span in line.spans {
      for character in span.text {
        let hit = here.first { $0.characters.contains(offset) }
        let style = hit.map { $0 == current ? Self.currentStyle : Self.hitStyle } ?? span.style
        result.append(String(character), style)
        offset += 1
      }
    }
    return result
  }

  private static let hitStyle = TextStyle(foreground: TextColor(0, 0, 0), background: TextColor(255, 215, 0))
  private static let currentStyle = TextStyle(foreground: TextColor(0, 0, 0), background: TextColor(0, 215, 215))
}
