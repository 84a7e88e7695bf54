// What a sentence holds that could answer a question: names, dates, times, amounts, reasons, and where they stand.
import DocumentReading

/// A piece of a sentence of a known kind.
public struct HeldFact: Equatable, Sendable {
  public enum Kind: String, CaseIterable, Codable, Sendable {
    /// A date that names its year, and a year by itself, are a year.
    case date, year, time, duration, money, number, name, reason, telephone, mail
  }
  public let kind: Kind
  /// Unicode scalars of the sentence.
  public let range: Range<Int>
}

extension HeldFact {
  /// All of a sentence, in reading order; a number that belongs to an amount or a date is part of it and not given again.
  /// A reason is a clause, and may hold others.
  ///
  /// - Complexity: linear.
  public static func facts(in sentence: String) -> [HeldFact] {
    var finder = FactFinder(ScalarText(sentence))
    finder.find()
    return finder.facts
  }
}

extension AnswerKind {
  /// Facts of which one must be there; empty if nothing is demanded.
  var demanded: Set<HeldFact.Kind> {
    switch self {
    case .person: [.name]
    case .moment: [.date, .year, .time, .duration]
    case .year: [.year]
    case .duration: [.duration]
    case .money: [.money]
    case .number: [.number, .money, .duration]
    case .reason: [.reason]
    case .telephone: [.telephone]
    case .mail: [.mail]
    case .place, .yesOrNo, .anything: []
    }
  }

  /// Facts that may be meant: in a table a price is a number.
  var tolerated: Set<HeldFact.Kind> {
    switch self {
    case .money, .duration: [.number]
    default: []
    }
  }

  /// Whether it has a form by which it is told for sure.
  var isExact: Bool { self == .telephone || self == .mail || self == .year }

  /// How well the facts of a sentence fulfil it: 1 with what is demanded, ½ with what is tolerated.
  func fulfilment(by facts: [HeldFact]) -> Double {
    if facts.contains(where: { demanded.contains($0.kind) }) { return 1 }
    return facts.contains { tolerated.contains($0.kind) } ? 0.5 : 0
  }
}
