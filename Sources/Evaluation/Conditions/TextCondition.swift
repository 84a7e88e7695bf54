// What a text must be like: parts joined by and, or and not.
internal import Messages
public import Retrieval

/// A condition on a text, written in Swift or in YAML.
///
/// ```swift
/// let polite = TextCondition.and([.contains("please", ignoringCase: true), .not(.contains("!"))])
/// print(polite.verdict(on: "Please leave!").reason)   // it contains "!" at character 12, and may not
/// ```
public indirect enum TextCondition: Equatable, Sendable {
  public enum Unit: String, CaseIterable, Sendable {
    case characters, words
  }

  case contains(String, ignoringCase: Bool = false)
  case equals(String, ignoringCase: Bool = false)
  case begins(String, ignoringCase: Bool = false)
  case ends(String, ignoringCase: Bool = false)
  /// A part of the text matches; `^` and `$` tie the pattern to its ends.
  case matches(TextPattern)
  /// Characters as people count them, or words between white space.
  case length(ClosedRange<Int>, of: Unit = .characters)
  /// Every part holds; also of no parts.
  case and([TextCondition])
  /// Any part holds; none of no parts.
  case or([TextCondition])
  case not(TextCondition)
}

/// A regular expression that can be read.
public struct TextPattern: Equatable, Sendable, CustomStringConvertible {
  public let description: String

  /// Throws ``PatternError`` for what is no pattern.
  public init(_ pattern: String) throws(PatternError) {
    do { _ = try Regex(pattern) } catch { throw PatternError(pattern: pattern, reason: "\(error)") }
    description = pattern
  }

  /// The first part of a text that matches.
  func firstMatch(in text: String) -> Range<String.Index>? {
    guard let expression = try? Regex(description) else { return nil }
    return try? expression.firstMatch(in: text)?.range
  }
}

extension TextCondition: CustomStringConvertible {
  /// As messages call it: `contains "Birk"`, `length 10 to 300 characters`.
  public var description: String {
    switch self {
    case .contains(let part, _): "contains \(part.quoted)"
    case .equals(let whole, _): "equals \(whole.quoted)"
    case .begins(let part, _): "begins \(part.quoted)"
    case .ends(let part, _): "ends \(part.quoted)"
    case .matches(let pattern): "matches \(pattern.description.quoted)"
    case .length(let range, let unit): "length \(range.inWords) \(unit)"
    case .and(let parts): "and of \(parts.count)"
    case .or(let parts): "or of \(parts.count)"
    case .not(let part): "not \(part)"
    }
  }
}

extension ClosedRange<Int> {
  var inWords: String { upperBound == .max ? "\(lowerBound) or more" : "\(lowerBound) to \(upperBound)" }
}
