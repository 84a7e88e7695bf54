// A GPT that answers with a label or a number: its last token has seen the whole text (Radford et al. 2018, section 3.3).
import Layers
import Tensors

/// A GPT with a head on the residual of each text's last token, in place of the output layer.
///
/// ```swift
/// let model = SequenceClassifier(gpt, labels: ["bad", "good"], seed: 1)
/// try model.probabilities(TokenBatch(padding: texts))             // [texts, 2]
/// let length = SequenceClassifier(gpt, labels: ["minutes"], seed: 1)   // one output: a number
/// ```
public struct SequenceClassifier: ClassifyingModel {
  /// Without an output layer of its own; shares its other parameters with the GPT that it was made from.
  public var body: GPT
  /// `[labels, channels]`. That of labels has no bias, as in Hugging Face's layout; that of a number has one.
  public var head: Linear
  public let labels: [String]

  /// A head that has learnt nothing yet, on a GPT. Stops if there are no labels.
  public init(_ gpt: GPT, labels: [String], seed: Int) {
    stopUnless("SequenceClassifier") { try Self.check(labels) }
    var initializer = Initializer(seed: seed)
    self.init(gpt, labels: labels, using: &initializer)
  }

  /// - Parameter labels: checked.
  init(_ gpt: GPT, labels: [String], using initializer: inout Initializer) {
    body = gpt
    body.head = nil
    head = Linear(
      inputs: gpt.configuration.channels, outputs: labels.count, hasBias: labels.count == 1, using: &initializer)
    self.labels = labels
  }

  /// A classifier without a language model before it, to be read into.
  init(_ configuration: GPTConfiguration, labels: [String], using initializer: inout Initializer) {
    var headless = configuration
    headless.isTied = true
    self.init(GPT(headless, using: &initializer), labels: labels, using: &initializer)
    body.configuration = configuration
  }

  static func check(_ labels: [String]) throws {
    guard !labels.isEmpty else { throw ConfigurationError.other("there are no labels") }
    guard Set(labels).count == labels.count else {
      throw ConfigurationError.other("two labels have one name: \(labels.joined(separator: ", "))")
    }
  }

  /// Of the model without the head.
  public var configuration: GPTConfiguration { body.configuration }
  public var contextLength: Int { body.configuration.contextLength }
  public var vocabularySize: Int { body.configuration.vocabularySize }
  public var scope: ModelScope { body.scope }
  public var labelHead: Linear? {
    get { head }
    set { if let newValue { head = newValue } }
  }

  public func check(_ tokens: TokenBatch) throws { try body.check(tokens) }

  public func classLogits(_ tokens: TokenBatch) -> Tensor { run(tokens, tap: scope.tap()) }

  /// Logits as from `classLogits(_:)`, and what the model computed on the way, by the names of `activationPoints`.
  public func runWithCache(
    _ tokens: TokenBatch, names: @escaping (String) -> Bool = { _ in true }
  ) -> (logits: Tensor, activations: Activations) {
    let (logits, activations) = recording(names) { run(tokens, tap: $0) }
    return (logits, activations)
  }

  private func run(_ tokens: TokenBatch, tap: Tap) -> Tensor {
    stopUnless("SequenceClassifier") { try check(tokens) }
    var noCache: KeyValueCache?
    let states = body.states(tokens, cache: &noCache, tap: tap)  // [batch, time, channels]
    let last = states.reshaped(tokens.batch * tokens.time, -1)[tokens.lastPlaces]  // [batch, channels]
    return tap("logits", head(last))
  }

  public var activationPoints: [ActivationPoint] {
    body.activationPoints.filter { $0.name != "logits" } + [ActivationPoint("logits", [.batch, .labels])]
  }

  public var parameters: [NamedParameter] { body.parameters + head.parameters(named: "head") }

  public mutating func visitLinears(_ visit: (_ name: String, _ layer: inout Linear) throws -> Void) rethrows {
    try body.visitLinears(visit)
    try head.visitLinears(named: "head", visit)
  }
}

extension TokenBatch {
  /// Of each sequence the place in `ids` of its last token that is not padding.
  fileprivate var lastPlaces: [Int] {
    (0..<batch).map { row in
      let places = row * time..<(row + 1) * time
      return isPresent?[places].lastIndex(of: true) ?? places.upperBound - 1
    }
  }
}
