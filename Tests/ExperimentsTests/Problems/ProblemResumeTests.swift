import Experiments
import Foundation
import Testing

@Suite("Runs of every kind of problem")
struct ProblemResumeTests {
  @Test(
    "go on after a stop with the losses, margins and measures of an unbroken run",
    arguments: [RunConfiguration.Problem.classification, .regression, .sequenceToSequence, .preference])
  func resume(_ problem: RunConfiguration.Problem) throws {
    let folder = try ProblemFolder()
    let configuration = try folder.configuration(problem)
    let whole = try folder.run(configuration, as: "whole")
    var asked = 0
    let stopped = try folder.run(configuration, as: "broken") {
      asked += 1
      return asked > 7
    }
    #expect(stopped.status == .interrupted && stopped.steps < 12)
    let state = try folder.run(configuration, as: "broken")
    #expect(state.status == .finished)
    #expect(state.metrics == whole.metrics)
    func values(_ name: String) throws -> [[Double?]] {
      try folder.folder(name).readLog().map { [Double($0.step), $0.loss, $0.validationLoss, $0.rewardMargin] }
    }
    #expect(try values("broken") == values("whole"))
  }

  @Test(
    "are made again from the configuration and rows in their folder, number for number",
    arguments: [RunConfiguration.Problem.classification, .regression, .sequenceToSequence, .preference])
  func again(_ problem: RunConfiguration.Problem) throws {
    let folder = try ProblemFolder()
    let first = try folder.run(try folder.configuration(problem))
    let configuration = try folder.folder().readConfiguration()
    #expect(configuration.problem == problem)
    let again = try Experiment(configuration, from: folder.folder().path).run(in: "\(folder.path)/again")
    #expect(again.finalLoss == first.finalLoss && again.metrics == first.metrics)
  }

  @Test("show a row as it is read, and what is learnt of it")
  func views() throws {
    let folder = try ProblemFolder()
    for (problem, target) in [
      (RunConfiguration.Problem.classification, "target "), (.regression, "target "),
      (.preference, "preferred to \"Look it up.\""), (.sequenceToSequence, "learns"),
    ] {
      let view = try #require(
        try Experiment(folder.configuration(problem), from: folder.path).views(1).first)
      #expect("\(view)".contains(target) || view.target.contains(target), "\(problem): \(view)")
      #expect(!view.tokens.isEmpty)
    }
  }

  @Test("refuse keys that belong to other problems")
  func keys() throws {
    let yaml = """
      problem: regression
      base: base
      data: {train: rows.jsonl}
      template: {answer: " {answer}"}
      training: {classWeights: balanced}
      evaluation: {beams: 4}
      """
    do {
      _ = try RunConfiguration(yaml: yaml)
      Issue.record("nothing was refused")
    } catch {
      let text = "\(error)"
      for word in ["4:", "5:", "6:", "classification", "sequenceToSequence"] {
        #expect(text.contains(word), "\(word): \(text)")
      }
    }
  }
}
