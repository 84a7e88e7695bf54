import Evaluation
import Experiments
import Foundation
import Layers
import Models
import Tensors
import TextModels
import Testing

@Suite("Runs that learn preferences")
struct PreferenceRunTests {
  @Test("move a model to the chosen answers by each loss", arguments: RunConfiguration.PreferenceSection.Loss.allCases)
  func losses(_ loss: RunConfiguration.PreferenceSection.Loss) throws {
    let folder = try ProblemFolder()
    var configuration = try folder.configuration(.preference)
    configuration.preference.loss = loss
    let state = try folder.run(configuration)
    #expect(state.status == .finished)
    let log = try folder.folder().readLog()
    let margins = log.filter { $0.loss != nil }.compactMap(\.rewardMargin)
    #expect(margins.count == 12)
    #expect(try #require(margins.last) > #require(margins.first), "\(margins)")
    if loss != .simpo { #expect(abs(margins[0]) < 1e-3, "policy and reference are one at first: \(margins[0])") }
    let accuracy = try #require(state.metrics["accuracy"])
    #expect(accuracy.value >= 0.9, "\(accuracy)")
    #expect(log.last { $0.metrics != nil }?.rewardMargin == state.metrics["rewardMargin"]?.value)
    // What is written is the policy: a language model.
    #expect(try TextModel.load(from: folder.folder().model).endTokens.count == 1)
  }

  @Test("ask the reference only once, and leave it as it is when all parameters learn")
  func reference() throws {
    let folder = try ProblemFolder()
    var configuration = try folder.configuration(.preference)
    configuration.tuning.method = .full
    try folder.run(configuration)
    let base = try TextModel.load(from: "\(folder.path)/base").model
    let tuned = try TextModel.load(from: folder.folder().model).model
    #expect(base.tokenEmbedding.table.value != tuned.tokenEmbedding.table.value)
    // The reward of a sample is beta times how much likelier its answers have become.
    let model = try TextModel.load(from: folder.folder().model)
    let sample = try #require(folder.folder().readSamples().first)
    func difference(_ gpt: GPT) throws -> Double {
      var both = model
      both.model = gpt
      let end = try both.tokenizer.decode([#require(both.endTokens.first)])
      let scores = try both.scores(of: [
        (sample.prompt, " \(sample.expected)\(end)"), (sample.prompt, " Look it up.\(end)"),
      ])
      return scores[0].logLikelihood - scores[1].logLikelihood
    }
    let margin = 0.1 * (try difference(tuned) - difference(base))
    #expect(abs(margin - (try #require(sample.scores["rewardMargin"]))) < 1e-3, "\(margin), \(sample.scores)")
  }

  @Test("say that answers are equal, that a column is missing, that nothing is preferred from scratch")
  func mistakes() throws {
    let folder = try ProblemFolder()
    var configuration = try folder.configuration(.preference)
    var rows = ProblemFolder.pairs()
    rows[3]["rejected"] = rows[3]["chosen"]
    try folder.write("rows.jsonl", rows: rows)
    #expect(folder.problems(configuration).contains("two equal answers"), "\(folder.problems(configuration))")
    try folder.write("rows.jsonl", rows: rows.map { ["prompt": $0["prompt"] ?? "", "chosen": $0["chosen"] ?? ""] })
    #expect(folder.problems(configuration).contains("\"rejected\""), "\(folder.problems(configuration))")
    try folder.write("rows.jsonl", rows: ProblemFolder.pairs())
    configuration.template.answer = " yes"
    #expect(folder.problems(configuration).contains("without {answer}"))
    configuration.template.answer = " {answer}"
    configuration.tuning.method = .scratch
    #expect(folder.problems(configuration).contains("nothing to prefer"), "\(folder.problems(configuration))")
  }
}
