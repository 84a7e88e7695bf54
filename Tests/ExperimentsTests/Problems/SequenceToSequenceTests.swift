import Evaluation
import Experiments
import Foundation
import Models
import TextModels
import Testing

@Suite("Runs that learn to write one text from another")
struct SequenceToSequenceTests {
  @Test("make a model with two tokenizers, from which another run goes on")
  func two() throws {
    let folder = try ProblemFolder()
    var configuration = try folder.configuration(.sequenceToSequence)
    configuration.data.validation = "rows.jsonl"
    configuration.training.steps = 60
    configuration.training.evaluateEvery = 0
    let state = try folder.run(configuration, as: "first")
    #expect(state.status == .finished && state.metrics["bleu"] != nil)
    #expect(try #require(state.metrics["exact"]).value > 0.5, "the rows were learnt: \(state.metrics)")
    let model = try SequenceToSequenceModel.load(from: folder.folder("first").model)
    let samples = try folder.folder("first").readSamples()
    #expect(try model.answers(to: samples.map(\.prompt), count: 8) == samples.map(\.answer))
    let beams = try model.answers(to: samples.prefix(3).map(\.prompt), count: 8, beams: 3)
    #expect(beams.count == 3 && beams.allSatisfy { !$0.isEmpty })

    configuration.base = "first"
    configuration.model = .init()
    configuration.tuning.method = .full
    configuration.training.steps = 4
    configuration.evaluation.beams = 2
    let second = try folder.run(configuration, as: "second")
    #expect(try #require(second.bestLoss) < #require(state.finalLoss) + 1)
    #expect(second.baseChecksum != "")
  }

  @Test("say that a GPT writes nothing from another text, and that answers would be cut")
  func mistakes() throws {
    let folder = try ProblemFolder()
    var configuration = try folder.configuration(.sequenceToSequence)
    configuration.template.mostTokens = 2
    let cut = folder.problems(configuration)
    #expect(cut.contains("template.mostTokens") && cut.contains("it would be cut"), "\(cut)")
    configuration.template.mostTokens = 40
    configuration.base = try folder.makeBase()
    configuration.tuning.method = .full
    #expect(
      folder.problems(configuration).contains("an encoder-decoder is needed"), "\(folder.problems(configuration))")
  }
}
