import Evaluation
import Experiments
import Foundation
import Layers
import Models
import Tensors
import TextModels
import Testing

@Suite("Runs that learn labels")
struct ClassificationTests {
  @Test("from scratch tell moods apart, and write a classifier that answers")
  func scratch() throws {
    let folder = try ProblemFolder()
    var configuration = try folder.configuration(.classification)
    configuration.training.steps = 40
    let state = try folder.run(configuration)
    #expect(state.status == .finished && state.problem == "classification")
    #expect(try #require(state.metrics["accuracy"]).value == 1, "\(state.metrics)")
    #expect(state.metrics["matthews"]?.value == 1 && state.metrics["f1-macro"]?.value == 1)
    #expect(try #require(state.gains["accuracy"]).value > 0.2, "guessing is right in half of the rows")

    let classifier = try TextClassifier.load(from: folder.folder().model)
    #expect(classifier.labels == ["bad", "good"])
    let samples = try folder.folder().readSamples()
    #expect(try classifier.answers(to: samples.map(\.prompt)) == samples.map(\.expected))
    #expect(samples.count == state.validationRows)
    let probabilities = try classifier.probabilities(of: samples.map(\.prompt))
    for (sample, row) in zip(samples, probabilities) {
      let right = row[sample.expected == "good" ? 1 : 0]
      #expect(abs(sample.loss + log(right)) < 1e-4, "the loss is -log p(label): \(sample.loss), \(right)")
    }
  }

  @Test(
    "adapt a base by LoRA, and learn the head whole", arguments: [RunConfiguration.TuningSection.Method.lora, .frozen])
  func adapters(_ method: RunConfiguration.TuningSection.Method) throws {
    let folder = try ProblemFolder()
    var configuration = try folder.configuration(.classification)
    configuration.base = try folder.makeBase()
    configuration.model = .init()
    configuration.tuning.method = method
    configuration.tuning.frozenLayers = method == .frozen ? 1 : 0
    configuration.data.labels = ["good", "bad"]
    configuration.training.classWeights = .balanced
    let experiment = try Experiment(configuration, from: folder.path)
    #expect(experiment.configuration.data.labels == ["good", "bad"])
    #expect(experiment.trainableParameterCount < experiment.parameterCount / 2)
    let state = try folder.run(configuration)
    #expect(state.status == .finished)
    guard case .sequenceClassifier(let model) = try LoadedModel.load(from: folder.folder().model),
      case .gpt(let base) = try LoadedModel.load(from: "\(folder.path)/base")
    else {
      Issue.record("another kind of model was written")
      return
    }
    #expect(model.labels == ["good", "bad"])
    #expect(model.adapterParameters.isEmpty)
    #expect(model.body.tokenEmbedding.table.value == base.tokenEmbedding.table.value, "embeddings are frozen")
  }

  @Test("weigh rare labels when they are asked to")
  func weights() throws {
    let folder = try ProblemFolder()
    var configuration = try folder.configuration(.classification)
    try folder.write(
      "rows.jsonl", rows: ProblemFolder.moods().filter { $0["label"] == "good" || ($0["text"] ?? "").contains("late") })
    configuration.training.steps = 1
    configuration.training.warmup = 0
    let equal = try folder.run(configuration, as: "equal")
    configuration.training.classWeights = .balanced
    let balanced = try folder.run(configuration, as: "balanced")
    #expect(equal.finalLoss != balanced.finalLoss)
    #expect(equal.dataChecksum == balanced.dataChecksum)
  }

  @Test("say what is wrong with labels before anything starts")
  func mistakes() throws {
    let folder = try ProblemFolder()
    var configuration = try folder.configuration(.classification)
    configuration.data.labels = ["good", "bat"]
    #expect(folder.problems(configuration).contains("\"bad\"; is \"bat\" meant?"), "\(folder.problems(configuration))")
    #expect(folder.problems(configuration).contains("data.labels has \"bat\", which no row has"))
    configuration.data.labels = []
    configuration.evaluation.metrics = ["mae", "acuracy"]
    let metrics = folder.problems(configuration)
    #expect(metrics.contains("\"bad\" is no number") && metrics.contains("accuracy"), "\(metrics)")
    configuration.evaluation.metrics = ["exact"]

    try folder.write("rows.jsonl", rows: ProblemFolder.moods() + [["text": "It was fair.", "label": "fair"]])
    #expect(folder.problems(configuration).contains("\"fair\""), "\(folder.problems(configuration))")
    try folder.write("rows.jsonl", rows: ProblemFolder.moods().filter { $0["label"] == "good" })
    #expect(folder.problems(configuration).contains("there must be two at least"))
    try folder.write("rows.jsonl", rows: ProblemFolder.moods().map { ["text": $0["text"] ?? ""] })
    #expect(folder.problems(configuration).contains("needs a column \"label\""), "\(folder.problems(configuration))")
    try folder.write(
      "rows.jsonl", rows: (0..<300).map { ["text": "Boat \($0).", "label": "\($0 % 150)"] })
    #expect(folder.problems(configuration).contains("problem: regression"), "\(folder.problems(configuration))")
    configuration.training.steps = 0
    try folder.write("rows.csv", "text,label\r\nThe sea was calm.,good\r\nThe sea was rough.,bad\n")
    configuration.data.train = "rows.csv"
    #expect(!folder.problems(configuration).isEmpty)
  }
}
