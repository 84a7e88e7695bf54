// What somebody has told of themselves: the notes that outlive a context window.
internal import Foundation

/// Facts by what they are about, such as the name. What is told later takes the place of what was told before.
public struct ChatFacts: Equatable, Sendable {
  public private(set) var values: [String: String] = [:]

  public init() {}

  /// Notes what a text tells: "My name is Ada.", "Call me Ada.", "I live on Birk.", "My cabin is number four.".
  ///
  /// - Returns: what was noted, by subject in the order of the alphabet.
  @discardableResult
  public mutating func note(_ text: String) -> [(subject: String, value: String)] {
    var found: [String: String] = [:]
    for match in text.matches(
      of: #/\b(?:my name is|call me|i am called) +([\p{L}'-]+(?: [A-Z][\p{L}'-]+)*)/#.ignoresCase())
    {
      found["name"] = Self.name(match.1)
    }
    for match in text.matches(of: #/\bi (?:live|am staying) (?:on|in|at) +([^.,;!?\n]+)/#.ignoresCase()) {
      found["home"] = String(match.1)
    }
    for match in text.matches(of: #/\bmy ((?!name\b)[\p{L}]+(?: [\p{L}]+)?) (?:is|are) +([^.,;!?\n]+)/#.ignoresCase()) {
      found[match.1.lowercased()] = String(match.2)
    }
    values.merge(found) { $1 }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// What a question about the one who asks it is after: "What is my name?", "Who am I?", "Where do I live?", "Do you
  /// know my cabin?". Nil for any other question.
  public static func subject(of question: String) -> String? {
    let text = question.lowercased()
    if text.contains(#/\bwho am i\b|\bhow am i called\b/#) { return "name" }
    if text.contains(#/\bwhere (?:do i live|am i staying)\b/#) { return "home" }
    guard text.last == "?",
      let match = text.firstMatch(
        of:
          #/\b(?:what|who|which|where|how)(?:'s| is| are| was) my ([\p{L}]+(?: [\p{L}]+)?)|\b(?:know|remember) my ([\p{L}]+(?: [\p{L}]+)?)/#
      )
    else { return nil }
    return (match.1 ?? match.2).map(String.init)
  }

  /// Each fact as a sentence, in the order of the alphabet.
  public var sentences: [String] { values.keys.sorted().map(sentence) }

  func sentence(_ subject: String) -> String {
    let value = values[subject] ?? ""
    return subject == "home" ? "You live on \(value)." : "Your \(subject) is \(value)."
  }

  /// Only names are written with a capital: "my name is Ada and I am late" tells a name of one word.
  private static func name(_ text: Substring) -> String {
    let words = text.split(separator: " ")
    let name = words.prefix(1) + words.dropFirst().prefix { $0.first?.isUppercase == true }
    return name.joined(separator: " ")
  }
}
