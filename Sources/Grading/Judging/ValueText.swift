// Values, their kinds, shapes and places in a few words. Whatever a submission chose is made harmless and short.
import LessonDocuments
import Rendering
import StepRecords

enum ValueText {
  private static let digits = NumberText(TextOptions(ascii: true))

  /// Two numbers with as many digits as it takes to see that they differ, at least four.
  static func numbers(expected: Double, actual: Double) -> (expected: String, actual: String) {
    if let a = whole(expected), let b = whole(actual) { return (a, b) }
    for count in [4, 6, 8, 10, 12] {
      let (a, b) = (digits.short(expected, digits: count), digits.short(actual, digits: count))
      if a != b { return (a, b) }
    }
    return ("\(expected)", "\(actual)")
  }

  static func number(_ value: Double) -> String { whole(value) ?? digits.short(value) }

  /// `1,204 items`
  static func counted(_ count: Int, _ noun: String) -> String { digits.counted(count, noun) }

  /// `1,204`
  static func count(_ count: Int) -> String { digits.count(count) }

  private static func whole(_ value: Double) -> String? {
    guard let number = Int(exactly: value), abs(value) < 9e15 else { return nil }
    return String(number)
  }

  /// `[2, 3]`, or `one number`.
  static func shape(_ shape: [Int]) -> String {
    if shape.isEmpty { return "one number" }
    return "[" + shape.prefix(8).map(String.init).joined(separator: ", ") + (shape.count > 8 ? ", …]" : "]")
  }

  static func kind(of value: ProbedValue) -> String {
    switch value {
    case .truth(let value): "\(value)"
    case .text(let text): "the text \(text.excerpt)"
    case .numbers([], let values): "the number \(values.first.map(number) ?? "")"
    case .numbers(let shape, _): "numbers of shape \(Self.shape(shape))"
    case .list(let items): "a list of \(counted(items.count, "item"))"
    case .entries(let entries): "a dictionary of \(counted(entries.count, "key"))"
    case .nothing: "nil"
    }
  }

  /// A value in a few words: `[0.25, 0.75]`, `numbers of shape [64, 64]: 0.1, 0.2, …`.
  static func summary(of value: ProbedValue) -> String {
    switch value {
    case .numbers([], let values): values.first.map(number) ?? ""
    case .numbers(let shape, let values):
      shape.count == 1 && values.count <= mostNumbers
        ? "[" + values.map(number).joined(separator: ", ") + "]"
        : kind(of: value) + (values.isEmpty ? "" : ": " + list(values, of: number))
    case .text(let text): text.excerpt
    case .list(let items): kind(of: value) + (items.isEmpty ? "" : ": " + list(items, of: kind))
    case .entries(let entries): entries.isEmpty ? "no keys" : keys(of: entries)
    case .truth, .nothing: kind(of: value)
    }
  }

  private static let mostNumbers = 8

  private static func list<Item>(_ items: [Item], of text: (Item) -> String) -> String {
    items.prefix(mostNumbers).map(text).joined(separator: ", ") + (items.count > mostNumbers ? ", …" : "")
  }

  /// `keys "accuracy", "loss"`
  static func keys(of entries: [String: ProbedValue]) -> String {
    entries.isEmpty ? "no keys" : "keys " + list(entries.keys.sorted().map(\.excerpt))
  }

  /// `3 items`; of a list of texts the first ones too: `3 items: "ha", "rb", "our"`.
  static func items(of value: ProbedValue) -> String {
    let count = counted(value.itemCount ?? 0, "item")
    guard case .list(let items) = value else { return count }
    let texts = items.prefix(mostTexts).compactMap { if case .text(let text) = $0 { text.excerpt } else { nil } }
    guard !texts.isEmpty, texts.count == min(items.count, mostTexts) else { return count }
    return "\(count): \(texts.joined(separator: ", "))" + (items.count > mostTexts ? ", …" : "")
  }

  /// Enough for the tokens of a word.
  private static let mostTexts = 12

  /// The first few, and how many more there are.
  static func list(_ words: [String], most: Int = 6) -> String {
    let shown = words.prefix(most).joined(separator: ", ")
    return words.count > most ? "\(shown) and \(digits.count(words.count - most)) more" : shown
  }

  /// The indices of a number that stands at `offset`, row by row.
  static func place(of offset: Int, in shape: [Int]) -> [String] {
    var rest = offset
    var indices: [String] = []
    for size in shape.reversed() where size > 0 {
      indices.append(String(rest % size))
      rest /= size
    }
    return indices.reversed()
  }

  /// `[2, 0]` if all of it are indices, else `loss, 3`; the middle of a long one is left out.
  static func place(_ place: [String]) -> String {
    let most = 8
    var words = place.map(\.harmless)
    if words.count > most { words.replaceSubrange(4..<words.count - 3, with: ["…"]) }
    let text = words.joined(separator: ", ")
    return place.allSatisfy { Int($0) != nil } ? "[\(text)]" : text
  }
}

extension String {
  /// Its beginning between quotation marks, line breaks and control characters visible.
  var excerpt: String {
    let most = 40
    let start = String(String.UnicodeScalarView(unicodeScalars.prefix(most + 1)))
    let isCut = start.unicodeScalars.count > most
    return "\""
      + (isCut ? String(String.UnicodeScalarView(start.unicodeScalars.dropLast())) : start).sanitizedOnOneLine()
      + (isCut ? "…\"" : "\"")
  }
}
