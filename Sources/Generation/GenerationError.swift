// What can be wrong with a wish to generate.

/// Why a text cannot be generated. Prompts that the model cannot read throw the model's own `ModelInputError`.
public enum GenerationError: Error, Equatable, Sendable, CustomStringConvertible {
  case noPrompts
  case emptyPrompt(sequence: Int)
  /// A setting outside what it may be.
  case setting(String, Float, allowed: String)
  case emptyStopSequence
  case noSuchStopToken(id: Int, vocabularySize: Int)
  /// Logits that are NaN or infinite.
  case notFinite(sequence: Int, place: Int)

  public var description: String {
    switch self {
    case .noPrompts: "there are no prompts; generate needs at least one"
    case .emptyPrompt(let sequence):
      "prompt \(sequence) has no tokens; a model needs at least one to go on from, such as a token that begins each text"
    case .setting(let name, let value, let allowed):
      "\(name) is \(Int(exactly: value).map { "\($0)" } ?? "\(value)"); it must be \(allowed)"
    case .emptyStopSequence: "a stop sequence has no tokens; a single stop token is a sequence of one"
    case .noSuchStopToken(let id, let size):
      "the stop token \(id) is not in the vocabulary, whose ids are 0 to \(size - 1); is it from another tokenizer?"
    case .notFinite(let sequence, let place):
      "the logits for token \(place) of text \(sequence) are not finite numbers; the model's weights are broken, perhaps "
        + "by a learning rate that was too high"
    }
  }

  static func check(_ name: String, _ value: Float, _ isAllowed: Bool, _ allowed: String) throws {
    guard isAllowed else { throw GenerationError.setting(name, value, allowed: allowed) }
  }

  static func check(prompts: [[Int]]) throws {
    guard !prompts.isEmpty else { throw GenerationError.noPrompts }
    for (sequence, prompt) in prompts.enumerated() where prompt.isEmpty {
      throw GenerationError.emptyPrompt(sequence: sequence)
    }
  }
}

extension Sampling {
  /// Throws ``GenerationError`` if there can be no such sampling.
  public func check() throws {
    switch self {
    case .greedy: break
    case .temperature(let temperature): try Self.check(temperature: temperature)
    case .topK(let count, let temperature):
      try Self.check(count: count)
      try Self.check(temperature: temperature)
    case .topP(let mass, let temperature):
      try Self.check(mass: mass)
      try Self.check(temperature: temperature)
    case .topKThenTopP(let count, let mass, let temperature):
      try Self.check(count: count)
      try Self.check(mass: mass)
      try Self.check(temperature: temperature)
    }
  }

  private static func check(count: Int) throws {
    try GenerationError.check("the k of top-k", Float(count), count >= 1, "1 or more")
  }

  private static func check(mass: Float) throws {
    try GenerationError.check("the p of top-p", mass, mass > 0 && mass <= 1, "above 0 and at most 1")
  }

  private static func check(temperature: Float) throws {
    try GenerationError.check(
      "the temperature", temperature, temperature > 0 && temperature.isFinite,
      "above 0; .greedy always takes the likeliest token")
  }
}
