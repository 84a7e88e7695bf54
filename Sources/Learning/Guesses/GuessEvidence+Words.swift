// Guesses in words: a line, an outcome, yes or no, how a run ends, where a curve goes.

extension GuessEvidence {
  /// A whole printed line, a string or the most probable outcome, as the guess says it.
  func judgeLine(_ guess: GuessReading) -> GuessJudgement? {
    let isSame = { (words: Words) in GuessReading.normalized(words.text) == guess.text }
    guard let found = answers.first(where: isSame) else { return words.contains(where: isSame) ? undecided : nil }
    // One of many is chance.
    return answers.count <= Self.mostAnswers ? .right(answer: text(of: found, guess)) : undecided
  }

  func judgeWords(_ guess: GuessReading) -> GuessJudgement? {
    let answers = answers
    guard !answers.isEmpty, answers.count <= Self.mostAnswers,
      !guess.words.contains(where: GuessReading.doubts.contains)
    else { return nil }
    for answer in answers {
      let words = GuessReading.words(of: answer.text)
      guard words.count <= Self.mostWords, !words.contains(where: GuessReading.doubts.contains) else { continue }
      // "I think goes" says goes; "the answer: goes" printed says goes too. "The pilot" does not say "the".
      let isSaid = !words.isEmpty && guess.words.filter { !GuessReading.fillers.contains($0) } == words
      let isPart = guess.words.contains { $0.count > 2 } && words.holds(guess.words)
      if isSaid || isPart { return .right(answer: text(of: answer, guess)) }
    }
    // One word beside another word. Of a phrase nobody but the reader knows whether it means the same.
    guard guess.words.count == 1, answers.count == 1, let answer = answers.first,
      printedLines.isEmpty || words.contains(where: \.isPrinted)
    else { return nil }
    let right = GuessReading.words(of: answer.text)
    guard right.count == 1, !Self.areForms(guess.words[0], right[0]) else { return nil }
    return .wrong(answer: text(of: answer, guess))
  }

  /// Different words that may be the answer: printed lines and outcomes, or if there are none, logged strings.
  private var answers: [Words] {
    var seen: Set<String> = []
    let shown = words.filter { $0.isPrinted || !$0.note.isEmpty }
    return (shown.isEmpty ? words : shown).filter { seen.insert(GuessReading.normalized($0.text)).inserted }
  }

  /// A longer line is a text, not an answer.
  private static let mostWords = 8

  /// `goes (22.6 %; leaves 19.4 %)`
  private func text(of answer: Words, _ guess: GuessReading) -> String {
    let text = answer.text.count > 72 ? answer.text.prefix(71) + "…" : answer.text
    guard !answer.note.isEmpty else { return text }
    let guessed = distributions.lazy.compactMap { record in
      zip(record.labels, record.probabilities).first { GuessReading.normalized($0.0) == guess.text }
    }.first
    guard let guessed, guessed.0 != answer.text else { return "\(text) (\(answer.note))" }
    return "\(text) (\(answer.note); \(guessed.0) \(Self.percent(guessed.1)))"
  }

  /// `go` and `goes`, `pier` and `piers`, a letter mistyped: not the same, and not another answer either.
  private static func areForms(_ a: String, _ b: String) -> Bool {
    if a.hasPrefix(b) || b.hasPrefix(a) { return true }
    guard a.count > 3, abs(a.count - b.count) <= 1 else { return false }
    if a.sorted() == b.sorted() { return true }
    let prefix = zip(a, b).prefix { $0 == $1 }.count
    let suffix = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
    return prefix + suffix >= max(a.count, b.count) - 1
  }

  // MARK: Yes and no

  func judgeTruth(_ guess: GuessReading) -> GuessJudgement? {
    let said: Bool
    switch guess.text {
    case "yes", "y", "true", "it is", "it does": said = true
    case "no", "n", "false", "it is not", "it does not": said = false
    default: return nil
    }
    guard let first = truths.first, truths.allSatisfy({ $0.value == first.value }) else { return nil }
    let answer = first.name.isEmpty ? "\(first.value)" : "\(first.value) (\(Self.short(first.name)))"
    return said == first.value ? .right(answer: answer) : .wrong(answer: answer)
  }

  // MARK: Failures

  /// A step that fails, as its author meant it to, answers only whether it does.
  func judgeFailure(_ guess: GuessReading) -> GuessJudgement? {
    guard failure != nil else { return nil }
    let words: Set<String> = [
      "error", "errors", "fail", "fails", "failure", "crash", "crashes", "trap", "traps", "stops", "throws",
      "exception",
      "compile",
    ]
    let saysNot = guess.words.contains { ["no", "works", "fine"].contains($0) }
    return !saysNot && guess.words.contains(where: words.contains) ? .right(answer: summary) : undecided
  }

  // MARK: Curves

  /// "It falls", of a step with one curve that does nothing else, or the opposite.
  func judgeTrend(_ guess: GuessReading) -> GuessJudgement? {
    let falling: Set<String> = ["fall", "falls", "down", "decrease", "decreases", "drops", "lower", "sinks", "shrinks"]
    let rising: Set<String> = ["rise", "rises", "up", "increase", "increases", "grows", "higher", "climbs"]
    let saysFalling = guess.words.contains(where: falling.contains)
    let saysRising = guess.words.contains(where: rising.contains)
    guard saysFalling != saysRising, guess.words.count <= 5,
      !guess.words.contains(where: GuessReading.doubts.contains), series.count == 1, let (name, record) = series.first,
      let isFalling = record.isFalling
    else { return nil }
    let ends = [record.values[0], record.last].map { WrittenNumber($0).text }
    let answer = "\(isFalling ? "falling" : "rising") from \(ends[0]) to \(ends[1]) (\(Self.short(name)))"
    return saysFalling == isFalling ? .right(answer: answer) : .wrong(answer: answer)
  }
}

extension [String] {
  /// Whether the words stand in these, one behind the other.
  fileprivate func holds(_ words: [String]) -> Bool { !words.isEmpty && firstRange(of: words) != nil }
}
