// What can be wrong with the data given to train on.

/// Why there are no batches.
public enum BatchError: Error, Equatable, Sendable, CustomStringConvertible {
  case noExamples
  case impossibleSize(Int)
  /// A window of `time` needs one token more: the target of its last.
  case tooShort(tokens: Int, time: Int)
  /// A window should begin where there is no token.
  case noSuchPlace(Int, tokens: Int)
  /// There is not one mark for each token.
  case marks(tokens: Int, marks: Int)
  case lengths(String, Int, other: String, Int)
  /// A text that has nothing to foresee.
  case textTooShort(number: Int, tokens: Int)
  /// A pair of answers whose prompt, or one of them, has no tokens.
  case emptyPart(of: Int, part: String)
  /// A choice among nothing.
  case noCandidates(example: Int)
  /// What should be chosen is not among the candidates.
  case noSuchCandidate(example: Int, place: Int, candidates: Int)

  public var description: String {
    switch self {
    case .noExamples: "there is nothing to train on: no examples"
    case .impossibleSize(let size): "a batch cannot have the size \(size); it must be at least 1"
    case .tooShort(let tokens, let time):
      "the text has \(tokens) tokens; a window of \(time) needs \(time + 1), since the last one's target is the token "
        + "behind it. Take a longer text or a smaller time."
    case .noSuchPlace(let place, let tokens):
      "a window cannot begin at place \(place); the text has the places 0 to \(tokens - 1)"
    case .marks(let tokens, let marks): "there are \(tokens) tokens and \(marks) marks; each token needs one"
    case .lengths(let one, let count, let other, let otherCount):
      "there are \(count) \(one) and \(otherCount) \(other); they belong together, one to one"
    case .textTooShort(let number, let tokens):
      "text \(number) has \(tokens) tokens; it needs at least 2, one to read and one to foresee"
    case .emptyPart(let number, let part): "pair \(number) has no tokens in its \(part); it needs at least one"
    case .noCandidates(let number): "choice \(number) has no candidates; it needs at least one"
    case .noSuchCandidate(let number, let place, let count):
      "choice \(number) calls candidate \(place) right; it has the candidates 0 to \(count - 1)"
    }
  }
}
