// What can be wrong with the rules of a grammar, and how it is said.

public enum GrammarError: Error, Equatable, CustomStringConvertible {
  case noRules
  case ruleTwice(String)
  case unknownRule(String, in: String)
  case unreadable(rule: String, text: String, reason: String)
  case noAlternatives(String)
  case badWeight(Double, rule: String)
  /// The rule comes back to itself on every way through it.
  case neverEnds(String)
  /// The rule comes back to itself in a place where nothing exact can be said about the text.
  case nested(rule: String, in: String)

  public var description: String {
    switch self {
    case .noRules: "a grammar needs at least one rule; the first is where it starts"
    case .ruleTwice(let name): "there are two rules \"\(name)\"; put the alternatives of both into one"
    case .unknownRule(let name, let place): "rule \"\(place)\" speaks of [\(name)], and no rule has that name"
    case .unreadable(let rule, let text, let reason): "rule \"\(rule)\": \(reason) in \"\(text)\""
    case .noAlternatives(let name): "rule \"\(name)\" has no alternatives; an empty text, \"\", is one"
    case .badWeight(let weight, let rule): "rule \"\(rule)\" has the weight \(weight); a weight is a number above 0"
    case .neverEnds(let name): "rule \"\(name)\" never ends: give it an alternative that does not lead back to it"
    case .nested(let rule, let place):
      "[\(rule)] in rule \"\(place)\" leads back to where it stands; it must then be the last thing said, after at "
        + "least one word"
    }
  }
}
