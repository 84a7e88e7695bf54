// What each thing counts that speaks for a sentence, and for an answer at all: numbers that anyone can read, and fit anew.

/// The weights of answering. Four sets of them come with the library, see
/// ``fitted(for:reader:)``.
public struct AnswerWeights: Codable, Equatable, Sendable {
  /// Of a sentence's features; what is missing counts nothing.
  public var sentence: [SentenceFeature: Double]
  /// Of what speaks for and against answering.
  public var decision: [DecisionFeature: Double]
  public var bias: Double
  /// From which confidence on, 0 to 1, a question is answered.
  public var threshold: Double

  public init(
    sentence: [SentenceFeature: Double], decision: [DecisionFeature: Double], bias: Double, threshold: Double
  ) {
    (self.sentence, self.decision, self.bias, self.threshold) = (sentence, decision, bias, threshold)
  }

  /// The weighted sum of a sentence's features.
  func score(_ values: [SentenceFeature: Double]) -> Double {
    SentenceFeature.allCases.reduce(0) { $0 + (sentence[$1] ?? 0) * (values[$1] ?? 0) }
  }

  /// How sure it is that an answer is in the documents, 0 to 1.
  func confidence(_ values: [DecisionFeature: Double]) -> Double {
    logistic(DecisionFeature.allCases.reduce(bias) { $0 + (decision[$1] ?? 0) * (values[$1] ?? 0) })
  }

  /// As a JSON object with a name for each weight.
  private enum CodingKeys: String, CodingKey { case sentence, decision, bias, threshold }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    sentence = Self.named(try values.decode([String: Double].self, forKey: .sentence))
    decision = Self.named(try values.decode([String: Double].self, forKey: .decision))
    bias = try values.decode(Double.self, forKey: .bias)
    threshold = try values.decode(Double.self, forKey: .threshold)
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(sentence.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value }, forKey: .sentence)
    try values.encode(decision.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value }, forKey: .decision)
    try values.encode(bias, forKey: .bias)
    try values.encode(threshold, forKey: .threshold)
  }

  private static func named<Name: RawRepresentable<String> & Hashable>(_ values: [String: Double]) -> [Name: Double] {
    values.reduce(into: [:]) { result, entry in
      if let name = Name(rawValue: entry.key) { result[name] = entry.value }
    }
  }
}
