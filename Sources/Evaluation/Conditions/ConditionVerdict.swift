// What became of a condition: whether it holds, and why not.
internal import Messages

public struct ConditionVerdict: Equatable, Sendable {
  public let holds: Bool
  /// What is wrong with the text, or why the condition holds, in a sentence without its stop.
  public let reason: String
  /// The smallest part that decided it: of `and` the first that failed, of `or` all of them.
  public let part: TextCondition

  init(_ holds: Bool, _ part: TextCondition, _ reason: String) {
    (self.holds, self.part, self.reason) = (holds, part, reason)
  }
}

extension TextCondition {
  public func verdict(on text: String) -> ConditionVerdict {
    switch self {
    case .contains(let part, let ignoringCase):
      let place = text.scalars.folded(ignoringCase).firstPlace(of: part.scalars.folded(ignoringCase))
      return ConditionVerdict(
        place != nil, self,
        place.map { "it contains \(part.quoted) at character \($0)" } ?? "it does not contain \(part.quoted)")
    case .equals(let whole, let ignoringCase):
      let isEqual = text.scalars.folded(ignoringCase) == whole.scalars.folded(ignoringCase)
      return ConditionVerdict(
        isEqual, self, isEqual ? "it is \(whole.quoted)" : "it is \(text.quoted), not \(whole.quoted)")
    case .begins(let part, let ignoringCase):
      let begins = text.scalars.folded(ignoringCase).starts(with: part.scalars.folded(ignoringCase))
      let start = String(text.prefix(part.count))
      return ConditionVerdict(
        begins, self, "it begins with \(begins ? part.quoted : "\(start.quoted), not \(part.quoted)")")
    case .ends(let part, let ignoringCase):
      let end = part.scalars.folded(ignoringCase)
      let ends = text.scalars.folded(ignoringCase).suffix(end.count).elementsEqual(end)
      let last = String(text.suffix(part.count))
      return ConditionVerdict(ends, self, "it ends with \(ends ? part.quoted : "\(last.quoted), not \(part.quoted)")")
    case .matches(let pattern):
      guard let range = pattern.firstMatch(in: text) else {
        return ConditionVerdict(false, self, "nothing in it matches \(pattern.description.quoted)")
      }
      let reason = "\(String(text[range]).quoted) in it matches \(pattern.description.quoted)"
      return ConditionVerdict(true, self, reason)
    case .length(let range, let unit):
      let length = unit == .words ? text.scalars.words.count : text.count
      let isInside = range.contains(length)
      let counted = "\(length) \(length == 1 ? String("\(unit)".dropLast()) : "\(unit)")"
      return ConditionVerdict(
        isInside, self, "it has \(counted)\(isInside ? "" : "; \(range.inWords) are wanted")")
    case .and(let parts):
      let verdicts = parts.map { $0.verdict(on: text) }
      return verdicts.first { !$0.holds }
        ?? ConditionVerdict(true, self, Self.joined(verdicts, "there is nothing to hold", by: ", and "))
    case .or(let parts):
      let verdicts = parts.map { $0.verdict(on: text) }
      return verdicts.first(where: \.holds)
        ?? ConditionVerdict(false, self, Self.joined(verdicts, "there is no part that could hold", by: ", and "))
    case .not(let part):
      let verdict = part.verdict(on: text)
      return ConditionVerdict(!verdict.holds, self, verdict.reason + (verdict.holds ? ", and may not" : ""))
    }
  }

  private static func joined(_ verdicts: [ConditionVerdict], _ nothing: String, by separator: String) -> String {
    verdicts.isEmpty ? nothing : verdicts.map(\.reason).joined(separator: separator)
  }
}

extension Scalars {
  fileprivate func folded(_ ignoringCase: Bool) -> Scalars { ignoringCase ? lowercased : self }

  /// Counted from 0.
  fileprivate func firstPlace(of part: Scalars) -> Int? {
    guard part.count <= count else { return nil }
    return (0...count - part.count).first { self[$0...].starts(with: part) }
  }
}
