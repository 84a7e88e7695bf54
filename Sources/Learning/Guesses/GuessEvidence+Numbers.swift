// Guesses that are numbers: one, several, a range.

extension GuessEvidence {
  /// The numbers that may be the answer: the printed ones, or if there are none, the logged ones.
  private var answers: [Number] {
    let printed = numbers.filter(\.isPrinted)
    var seen: Set<String> = []
    return (printed.isEmpty ? numbers : printed).filter { seen.insert("\($0.number.value) \($0.name)").inserted }
  }

  func judge(_ guess: WrittenNumber) -> GuessJudgement {
    let answers = answers
    guard !answers.isEmpty, answers.count <= Self.mostAnswers else { return undecided }
    let compared = answers.map { (answer: $0, closeness: guess.closeness(to: $0.number)) }
    guard let best = compared.min(by: { $0.closeness.isBetter(than: $1.closeness) }) else { return undecided }
    let answer = text(of: best.answer, amongst: answers)
    switch best.closeness {
    case .equal: return .right(answer: answer)
    case .near(let error): return .close(answer: answer, relativeError: error)
    case .far: return isBeside(guess) ? undecided : .wrong(answer: answer)
    }
  }

  /// Whether the guess may be about something that is shown beside the numbers that look like the answer: then it
  /// is not wrong for sure.
  private func isBeside(_ guess: WrittenNumber) -> Bool {
    let isNear = { (number: WrittenNumber) in guess.closeness(to: number).rank < 2 }
    if numbers.contains(where: { isNear($0.number) }) { return true }
    // Printed words or lists are what was asked, before logged numbers.
    if !numbers.contains(where: \.isPrinted), !printedLines.isEmpty { return true }
    if lists.contains(where: { $0.numbers.contains(where: isNear) }) { return true }
    // Perhaps meant as per cent, or the other way round.
    guard !guess.isPercent else { return false }
    return [0.01, 100].contains { factor in
      let scaled = WrittenNumber(text: guess.text, value: guess.value * factor, unit: guess.unit * factor)
      return numbers.contains { abs($0.number.value) <= 100 && scaled.closeness(to: $0.number).rank < 2 }
    }
  }

  private func text(of answer: Number, amongst answers: [Number]) -> String {
    let isNamed = !answer.name.isEmpty && (answers.count > 1 || answer.isPrinted)
    return isNamed ? "\(answer.number.text) (\(Self.short(answer.name)))" : answer.number.text
  }

  static func short(_ name: String) -> String { name.count > 40 ? name.prefix(39) + "…" : name }

  /// A range is right if the answer lies in it, and wrong if no answer does.
  func judge(from lower: Double, to upper: Double) -> GuessJudgement {
    let answers = answers
    guard let first = answers.last, answers.count <= Self.mostAnswers else { return undecided }
    let inside = answers.map { (lower...upper).contains($0.number.value) }
    // An answer at the very edge of "less than 1" is neither.
    guard !answers.contains(where: { [lower, upper].contains($0.number.value) && !$0.number.value.isInfinite }) else {
      return undecided
    }
    if inside.allSatisfy({ $0 }) { return .right(answer: text(of: first, amongst: answers)) }
    guard !inside.contains(true), numbers.contains(where: \.isPrinted) || printedLines.isEmpty else { return undecided }
    return .wrong(answer: text(of: first, amongst: answers))
  }

  // MARK: Several numbers

  func judge(_ guess: [WrittenNumber], _ order: GuessReading.Order) -> GuessJudgement {
    if let shape = shape(guess, order) { return shape }
    let printed = lists.filter(\.isPrinted)
    var answers = printed.isEmpty ? lists : printed
    // `print(a); print(b)`, or two values of a step.
    let scalars = self.answers
    if answers.isEmpty, scalars.count == guess.count {
      let text = scalars.map { self.text(of: $0, amongst: scalars) }.joined(separator: ", ")
      answers = [List(numbers: scalars.map(\.number), text: text, isPrinted: scalars[0].isPrinted)]
    }
    guard !answers.isEmpty, answers.count <= Self.mostAnswers else { return undecided }
    for answer in answers {
      if Self.isEqual(guess, answer.numbers) { return .right(answer: answer.text) }
      guard order == .any || answer.isSet else { continue }
      if Self.isEqual(Self.sorted(guess), Self.sorted(answer.numbers))
        || Self.isEqual(Self.distinct(guess), Self.distinct(answer.numbers))
      {
        return .right(answer: answer.text)
      }
    }
    // Several lists, or of another length: the guess may be about places, or about something else.
    guard answers.count == 1, let answer = answers.first, answer.numbers.count == guess.count else { return undecided }
    let isOrdered = order != .any && !answer.isSet
    let (mine, theirs) =
      isOrdered ? (guess, answer.numbers) : (Self.sorted(guess), Self.sorted(answer.numbers))
    let errors = zip(mine, theirs).map { $0.closeness(to: $1) }
    if errors.allSatisfy({ $0.rank < 2 }) {
      let largest = errors.map(\.error).max { abs($0) < abs($1) } ?? 0
      return .close(answer: answer.text, relativeError: largest)
    }
    // The same numbers in another order: only the question knows whether the order counts.
    if order == .unknown, Self.isEqual(Self.sorted(guess), Self.sorted(answer.numbers)) { return undecided }
    return .wrong(answer: answer.text)
  }

  private func shape(_ guess: [WrittenNumber], _ order: GuessReading.Order) -> GuessJudgement? {
    guard order != .any, printedLines.isEmpty else { return nil }
    let sizes = guess.map(\.value)
    guard let found = shapes.last(where: { $0.shape.count > 1 && $0.shape.map(Double.init) == sizes }) else {
      return nil
    }
    let name = found.name.isEmpty ? "" : " (the shape of \(Self.short(found.name)))"
    return .right(answer: "\(found.shape)\(name)")
  }

  private static func isEqual(_ guess: [WrittenNumber], _ answer: [WrittenNumber]) -> Bool {
    guess.count == answer.count && zip(guess, answer).allSatisfy { $0.closeness(to: $1) == .equal }
  }

  private static func sorted(_ numbers: [WrittenNumber]) -> [WrittenNumber] { numbers.sorted { $0.value < $1.value } }

  private static func distinct(_ numbers: [WrittenNumber]) -> [WrittenNumber] {
    sorted(numbers).reduce(into: []) { if $0.last?.value != $1.value { $0.append($1) } }
  }
}
