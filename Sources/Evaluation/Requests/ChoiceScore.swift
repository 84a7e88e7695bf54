// How likely each choice of an item is, and four ways to pick one.
internal import Foundation

/// What a model makes of one choice.
public struct ChoiceScore: Codable, Equatable, Sendable {
  public var text: String
  /// `log p(choice | prompt)`, in nats; of a longer choice lower.
  public var logLikelihood: Double
  /// `log p(choice)` without its prompt.
  public var unconditional: Double
  /// Of its text: Unicode scalars, and bytes of UTF-8.
  public var characters: Int
  public var bytes: Int

  public init(_ text: String, logLikelihood: Double, unconditional: Double) {
    self.text = text
    self.logLikelihood = logLikelihood
    self.unconditional = unconditional
    characters = text.unicodeScalars.count
    bytes = text.utf8.count
  }
}

/// By what the likeliest choice is picked.
public enum ChoiceScoring: String, CaseIterable, Codable, Sendable {
  /// `log p(choice | prompt)`: favours short choices.
  case plain
  /// Divided by the characters of the choice.
  case perCharacter
  /// Divided by its bytes.
  case perByte
  /// Minus `log p(choice)`: how much likelier the prompt makes it (Brown et al. 2020, section 2.4).
  case unconditional

  public func value(of choice: ChoiceScore) -> Double {
    switch self {
    case .plain: choice.logLikelihood
    case .perCharacter: choice.logLikelihood / Double(max(1, choice.characters))
    case .perByte: choice.logLikelihood / Double(max(1, choice.bytes))
    case .unconditional: choice.logLikelihood - choice.unconditional
    }
  }

  /// The place of the choice with the highest value, of equal ones the first; nil of none.
  public func pick(from choices: [ChoiceScore]) -> Int? {
    let values = choices.map(value)
    return values.max().flatMap { values.firstIndex(of: $0) }
  }
}

extension [ChoiceScore] {
  /// The probability of each among all of them: the softmax of their log-likelihoods.
  public var probabilities: [Double] {
    let values = map(\.logLikelihood)
    let most = values.max() ?? 0
    let weights = values.map { exp($0 - most) }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }
}
