// One pass of a model over one sequence, and what is to be seen of it.
import Foundation
import Layers
import Models
import StepRecords
import Tensors

struct ModelRun {
  /// Which attention is to be kept.
  struct Attention {
    /// Nil: the last.
    var layer: Int?
    /// Nil: all.
    var head: Int?
    /// A model without attention is an error then.
    var isAskedFor: Bool
  }

  private let folder: ModelFolder
  private let loaded: LoadedModel
  private let batch: TokenBatch
  /// Logits, `[time, vocabularySize]`, or hidden states, `[time, channels]`.
  private let output: Tensor
  /// Its name, and `[heads, query, key]`.
  private var pattern: (name: String, weights: Tensor)?

  /// - Parameter mask: for each id 1, or 0 for padding; nil: no padding.
  init(_ folder: ModelFolder, ids: [Int], mask: String?, attention: Attention?) throws {
    let loaded = try folder.load()
    let batch = TokenBatch([ids], isPresent: try mask.map { [try Self.marks($0, count: ids.count)] })
    (self.folder, self.loaded, self.batch) = (folder, loaded, batch)
    let pattern: String?
    let activations: Activations
    switch loaded {
    case .gpt(let model):
      try model.check(batch)
      pattern = try attention?.name(layers: model.configuration.layers, heads: model.configuration.heads)
      (output, activations) = Tensor.withoutGradients { model.runWithCache(batch) { $0 == pattern } }
    case .sequenceClassifier(let model):
      try model.check(batch)
      pattern = try attention?.name(layers: model.configuration.layers, heads: model.configuration.heads)
      (output, activations) = Tensor.withoutGradients {
        let (logits, activations) = model.runWithCache(batch) { $0 == pattern }
        return (logits.expanded(at: 1), activations)
      }
    case .bert(let model):
      try model.check(batch)
      pattern = try attention?.name(layers: model.configuration.layers, heads: model.configuration.heads)
      (output, activations) = Tensor.withoutGradients { model.runWithCache(batch) { $0 == pattern } }
    case .recurrent(let model):
      if attention?.isAskedFor == true { throw UsageFailure("a recurrent network has no attention") }
      guard batch.isPresent == nil else { throw UsageFailure("a recurrent network takes no --attention-mask") }
      try model.check(batch)
      pattern = nil
      (output, activations) = (Tensor.withoutGradients { model(batch) }, Activations())
    case .encoderDecoder, .speechEncoder, .perceptron:
      throw UsageFailure("model run reads GPT, BERT and recurrent networks; \(folder.path) holds \(try folder.type())")
    }
    if let pattern, let weights = activations.value(named: pattern) {
      let head = attention?.head
      self.pattern = (pattern + (head.map { ", head \($0)" } ?? ""), head.map { weights[0, $0..<$0 + 1] } ?? weights[0])
    }
    try loaded.checkNumbers(output, of: folder)
  }

  private static func marks(_ mask: String, count: Int) throws -> [Bool] {
    let marks = try NumberList.read(mask, each: "mark")
    guard marks.allSatisfy({ $0 == 0 || $0 == 1 }) else { throw UsageFailure("--attention-mask is made of 0 and 1") }
    guard marks.count == count else {
      throw UsageFailure(
        "--attention-mask needs a mark for each token: there are \(count) tokens and \(marks.count) marks")
    }
    return marks.map { $0 == 1 }
  }

  private var isEncoder: Bool { if case .bert = loaded { true } else { false } }

  // MARK: JSON

  private struct Head: Encodable {
    var model: String
    var tokens: [Int]
    var shape: [Int]
  }

  /// Row by row: the logits of a long text as one string would need more memory than the model.
  func writeJSON() throws {
    let head = try ListFormat.line(Head(model: folder.type(), tokens: batch.ids, shape: Array(output.shape.suffix(2))))
    let key = isEncoder ? "hiddenStates" : "logits"
    StandardOutput.write(head.dropLast(2) + ",\"\(key)\":[")
    for row in 0..<batch.time {
      StandardOutput.write((row > 0 ? "," : "") + JSONNumbers.array(output[0, row].scalars))
    }
    StandardOutput.write("]}\n")
  }

  // MARK: Pictures

  /// What there is to draw.
  func records(_ names: TokenNames) -> [Record] {
    var records: [Record]
    if case .bert(let model) = loaded {
      let states = output[0]
      records = [Record(name: "hiddenStates", content: .tensor(TensorRecord(states.scalars, shape: states.shape)))]
      records += answers(model, names)
    } else {
      let last = batch.isPresent?.lastIndex(of: true) ?? batch.time - 1
      records = [Self.distribution(output[0, last], name: "next token") { names($0) }]
    }
    if let pattern {
      let words = batch.ids.map { names($0) }
      let record = AttentionRecord(
        pattern.weights.scalars, shape: pattern.weights.shape, rowLabels: words, columnLabels: words)
      records.append(Record(name: pattern.name, content: .attention(record)))
    }
    return records
  }

  /// What the heads of a BERT say: the class of the text, and the tokens behind each mask.
  private func answers(_ model: BERT, _ names: TokenNames) -> [Record] {
    Tensor.withoutGradients {
      var records: [Record] = []
      if model.classifier != nil {
        let labels = model.configuration.labels
        records.append(Self.distribution(model.classLogits(batch)[0], name: "class") { labels[$0] })
      }
      let masks = batch.ids.indices.filter { names(batch.ids[$0]) == "[MASK]" }
      if model.maskedHead != nil, !masks.isEmpty {
        let logits = model.maskedLogits(batch)[0]
        records += masks.map { Self.distribution(logits[$0], name: "[MASK] at \($0)") { names($0) } }
      }
      return records
    }
  }

  private static let mostOutcomes = 10

  /// - Parameter logits: `[outcomes]`
  private static func distribution(_ logits: Tensor, name: String, label: (Int) -> String) -> Record {
    let all = logits.softmax().scalars
    let most = all.indices.sorted { (all[$1], $0) < (all[$0], $1) }.prefix(mostOutcomes)
    return Record(
      name: name,
      content: .distribution(
        DistributionRecord(
          labels: most.map(label), probabilities: most.map { Double(all[$0]) }, outcomes: all.count)))
  }
}

extension ModelRun.Attention {
  /// The name of the pattern. Throws for a layer or head that the model does not have.
  fileprivate func name(layers: Int, heads: Int) throws -> String {
    let layer = layer ?? layers - 1
    guard (0..<layers).contains(layer) else {
      throw UsageFailure("there is no layer \(layer); the model's are 0 to \(layers - 1)")
    }
    if let head, !(0..<heads).contains(head) {
      throw UsageFailure("there is no head \(head); the model's are 0 to \(heads - 1)")
    }
    return "blocks.\(layer).attention.pattern"
  }
}

extension LoadedModel {
  /// Throws if there are infinities or NaNs in what the model made, and says where in the weights they begin.
  func checkNumbers(_ output: Tensor, of folder: ModelFolder) throws {
    guard output.hasOnlyNumbers else {
      let culprit = model.parameters.first { !$0.parameter.value.hasOnlyNumbers }
      throw WorkFailed(
        culprit.map { "the model's results are not numbers: \($0.name) in \(folder.path) holds NaN or infinity" }
          ?? "the model's results are not numbers, though its weights are: they are too large")
    }
  }
}

extension Tensor {
  /// Whether there is neither an infinity nor a NaN.
  var hasOnlyNumbers: Bool { scalars.allSatisfy(\.isFinite) }
}
