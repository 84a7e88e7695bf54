import Evaluation
import Experiments
import Foundation
import Models
import TextModels
import Testing

@Suite("Runs that learn numbers")
struct RegressionTests {
  @Test("foresee minutes, and write a model that gives them in minutes")
  func minutes() throws {
    let folder = try ProblemFolder()
    var configuration = try folder.configuration(.regression)
    configuration.training.steps = 120
    configuration.model.channels = 32
    configuration.data.columns = ["label": "minutes"]
    try folder.write(
      "rows.jsonl", rows: ProblemFolder.voyages().map { ["text": $0["text"] ?? "", "minutes": $0["label"] ?? ""] })
    let state = try folder.run(configuration)
    #expect(state.status == .finished)
    #expect(try #require(state.metrics["mae"]).value < 5, "\(state.metrics)")
    #expect(try #require(state.metrics["r2"]).value > 0.8, "\(state.metrics)")
    let model = try TextClassifier.load(from: folder.folder().model)
    #expect(model.isRegression && model.labels == ["minutes"])
    let samples = try folder.folder().readSamples()
    let outputs = try model.outputs(of: samples.map(\.prompt))
    for (sample, output) in zip(samples, outputs) {
      #expect(abs(output[0] - (Double(sample.answer) ?? .nan)) < 0.01, "\(sample.prompt): \(output), \(sample.answer)")
    }
  }

  @Test("say which label is no number, and that equal numbers teach nothing")
  func mistakes() throws {
    let folder = try ProblemFolder()
    let configuration = try folder.configuration(.regression)
    try folder.write("rows.jsonl", rows: ProblemFolder.voyages() + [["text": "Boat x.", "label": "3,5"]])
    let comma = folder.problems(configuration)
    #expect(comma.contains("\"3,5\"") && comma.contains("decimal point"), "\(comma)")
    try folder.write("rows.jsonl", rows: ProblemFolder.voyages() + [["text": "Boat x.", "label": "nan"]])
    #expect(folder.problems(configuration).contains("no number"))
    try folder.write("rows.jsonl", rows: ProblemFolder.voyages().map { ["text": $0["text"] ?? "", "label": "7"] })
    #expect(folder.problems(configuration).contains("7.0 in every row"), "\(folder.problems(configuration))")
  }
}
