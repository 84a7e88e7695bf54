// A guess that was chosen from the author's choices: the output says which of them is the right one, or none does.

extension GuessEvidence {
  /// Right or wrong only if the output picks exactly one of the choices.
  func judge(_ guess: String, amongst choices: [String]) -> GuessJudgement {
    guard let right = rightChoice(of: choices) else { return undecided }
    return Self.isSame(guess, right) ? .right(answer: right) : .wrong(answer: right)
  }

  private func rightChoice(of choices: [String]) -> String? {
    let judged = choices.map { (choice: $0, judgement: judge($0)) }
    let right = judged.filter { if case .right = $0.judgement { true } else { false } }
    guard right.isEmpty else { return right.count == 1 ? right[0].choice : nil }
    let close = judged.filter { if case .close = $0.judgement { true } else { false } }
    return close.count == 1 ? close[0].choice : nil
  }

  private static func isSame(_ a: String, _ b: String) -> Bool {
    GuessReading.normalized(a) == GuessReading.normalized(b)
  }
}
