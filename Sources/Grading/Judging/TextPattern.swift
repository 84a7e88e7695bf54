// What a wrong text, or a list of texts, has in common with the expected one.
import StepRecords

enum TextPattern {
  private static let mostBytes = 1 << 20

  static func line(expected: String, actual: String) -> String? {
    guard max(expected.utf8.count, actual.utf8.count) <= mostBytes, !expected.isEmpty else { return nil }
    if actual.isEmpty { return "the text is empty" }
    if actual.lowercased() == expected.lowercased() { return "only upper and lower case differ" }
    if actual.filter({ !$0.isWhitespace }) == expected.filter({ !$0.isWhitespace }) {
      return "only spaces and line breaks differ"
    }
    if expected.count > 2, String(actual.reversed()) == expected { return "this is the expected text backwards" }
    if expected.hasPrefix(actual) { return "the text is right as far as it goes, and ends too early" }
    if actual.hasPrefix(expected) { return "the text begins right, and goes on too long" }
    return nil
  }

  /// Of lists that hold texts only.
  static func line(expected: [ProbedValue], actual: [ProbedValue]) -> String? {
    let mostItems = 1 << 16
    guard max(expected.count, actual.count) <= mostItems, let a = texts(expected), let b = texts(actual), a.count > 1
    else { return nil }
    if b.isEmpty { return "the list is empty" }
    let missing = ValueText.counted(abs(a.count - b.count), "item")
    if b.count < a.count {
      if a.starts(with: b) { return "what is there is right; \(missing) missing at the end" }
      if a.suffix(b.count) == b[...] { return "what is there is right; \(missing) missing at the beginning" }
    } else if b.count > a.count {
      if b.starts(with: a) { return "it begins right; \(missing) too many at the end" }
    } else {
      if b == a.reversed() { return "these are the expected items in reverse order" }
      if b.sorted() == a.sorted() { return "the items are right, their order is not" }
    }
    if b.joined() == a.joined() { return "together they are the expected text; it is cut in other places" }
    return nil
  }

  private static func texts(_ items: [ProbedValue]) -> [String]? {
    var texts: [String] = []
    for item in items {
      guard case .text(let text) = item else { return nil }
      texts.append(text)
    }
    return texts
  }
}
