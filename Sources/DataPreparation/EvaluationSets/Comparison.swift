// Questions over two sentences that say how much of the same: which is more?
internal import DocumentReading

/// A question about a quantity of something, taken apart.
struct Comparison {
  private let subject: String
  /// "takes longer", "carries more passengers".
  private let verb: String
  private let unit: String
  private let value: Double
  private let evidence: Evidence

  /// "How long does the crossing to Birk take?" and the same for Skerry: which takes longer?
  static func questions(_ rows: [TrainingRow]) -> [EvaluationQuestion] {
    let groups = Dictionary(grouping: rows.compactMap(Comparison.init)) { "\($0.verb)\n\($0.unit)" }
    // Each with the next: all with all would be the same few sentences again and again.
    return groups.sorted { $0.key < $1.key }.flatMap { group in
      zip(group.value, group.value.dropFirst()).compactMap(question)
    }
  }

  private static func question(_ one: Comparison, _ other: Comparison) -> EvaluationQuestion? {
    guard one.value != other.value, one.subject != other.subject else { return nil }
    let more = one.value > other.value ? one : other
    return EvaluationQuestion(
      .multiHop, "Which \(one.verb), \(one.subject) or \(other.subject)?", answer: more.subject,
      evidence: [one.evidence, other.evidence])
  }

  private init?(_ row: TrainingRow) {
    let words = row.instruction.dropLast().split(separator: " ").map(String.init)
    guard let evidence = row.evidence, let number = SpokenNumber.read(row.answer), words.count > 3, words[0] == "How",
      let does = words.firstIndex(where: { $0 == "does" || $0 == "is" }), does > 1
    else { return nil }
    let asked = words[1..<does].joined(separator: " ")
    let last = words[words.count - 1]
    var subject = words[(does + 1)...]
    if words[does] == "does" { subject.removeLast() }
    switch (asked, words[does]) {
    case ("much", "does") where last == "cost": verb = "costs more"
    case ("long", "does") where last == "take": verb = "takes longer"
    case ("long", "is") where row.pattern == .amount: verb = "is longer"
    case ("high", "is"): verb = "is higher"
    case (_, "does") where words[1] == "many" && EnglishVerbs.isBase(last):
      verb = "\(EnglishVerbs.third(last)) more \(words[2..<does].joined(separator: " "))"
    default: return nil
    }
    guard (1...6).contains(subject.count), subject.first != "I" else { return nil }
    self.subject = subject.joined(separator: " ")
    self.unit = number.unit
    self.value = number.value
    self.evidence = evidence
  }
}
