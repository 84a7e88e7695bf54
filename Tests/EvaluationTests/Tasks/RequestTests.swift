// The four requests, against a model that is called directly and probabilities that are added by hand.
import Evaluation
import Foundation
import TextModels
import Testing

@Suite("A request")
struct RequestTests {
  let model: TextModel

  init() throws { model = try SmallModel.make() }

  private func settings(_ request: TaskSettings.Request) -> TaskSettings {
    var settings = TaskSettings()
    (settings.name, settings.request) = ("t", request)
    return settings
  }

  private func ids(_ text: String) -> [Int] { model.tokenizer.encode(text) }

  @Test("for choices gives log p after the prompt and alone, and picks in four ways")
  func choice() throws {
    let task = EvaluationTask(
      settings(.choice),
      items: [
        TaskItem(prompt: "When?", choices: [" at nine", " never", " é"], right: 1),
        TaskItem(prompt: "The ferry", choices: [" leaves", " never"], right: 0),
      ])
    let result = try task.run(on: model)
    for (item, sample) in zip(task.items, result.samples) {
      let choices = try #require(sample.choices)
      #expect(choices.map(\.text) == item.choices)
      for choice in choices {
        let after = SmallModel.logProbabilities(model, model.endTokens + ids(item.prompt), ids(choice.text))
        let alone = SmallModel.logProbabilities(model, model.endTokens, ids(choice.text))
        #expect(abs(choice.logLikelihood - after.reduce(0, +)) < 1e-3)
        #expect(abs(choice.unconditional - alone.reduce(0, +)) < 1e-3)
      }
      #expect(sample.picked == ChoiceScoring.plain.pick(from: choices))
      #expect(sample.answer == item.choices[sample.picked ?? 9])
    }
    #expect(result.samples[0].choices?[2].characters == 2 && result.samples[0].choices?[2].bytes == 3)
    let right = result.samples.count { $0.picked == $0.right }
    #expect(result.metrics["accuracy"]?.value == Double(right) / 2)
    // One of three, one of two.
    #expect(abs((result.chance ?? 0) - 5.0 / 12) < 1e-12)
    #expect(result.mainMetric == "accuracy" && result.examples == 2)
    #expect(
      Set(result.metrics.keys)
        == ["accuracy", "accuracyPerCharacter", "accuracyPerByte", "accuracyUnconditional", "probability"])
  }

  @Test("picks another choice by each of the four ways, as the formulas say")
  func fourWays() {
    // Totals; per character -2, -1.8, -1.875, -1.5; per byte -2, -1.8, -0.9375, -1.5; minus alone 0, 0, 1, 4.
    let choices = [
      ChoiceScore("a", logLikelihood: -2, unconditional: -2),
      ChoiceScore("bcdefghijk", logLikelihood: -18, unconditional: -18),
      ChoiceScore("éééééééé", logLikelihood: -15, unconditional: -16),
      ChoiceScore("xy", logLikelihood: -3, unconditional: -7),
    ]
    #expect(ChoiceScoring.plain.pick(from: choices) == 0)
    #expect(ChoiceScoring.perCharacter.pick(from: choices) == 3)
    #expect(ChoiceScoring.perByte.pick(from: choices) == 2)
    #expect(ChoiceScoring.unconditional.pick(from: choices) == 3)
    #expect(ChoiceScoring.unconditional.pick(from: Array(choices.dropLast())) == 2)
    let odds = [
      ChoiceScore("a", logLikelihood: log(0.3), unconditional: 0),
      ChoiceScore("b", logLikelihood: log(0.1), unconditional: 0),
    ]
    #expect(zip(odds.probabilities, [0.75, 0.25]).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(ChoiceScoring.plain.pick(from: []) == nil)
  }

  @Test("for a target adds up its tokens, and knows whether greedy writing gives it")
  func logLikelihood() throws {
    let greedy = try model.continuation(of: "The ferry", count: 3)
    let items = ["The ferry", "The ferry", "When?"]
    let targets = [greedy, greedy + "zq", " never"]
    let task = EvaluationTask(
      settings(.logLikelihood), items: zip(items, targets).map { TaskItem(prompt: $0, targets: [$1]) })
    let result = try task.run(on: model)
    let expected = zip(items, targets).map { prompt, target in
      SmallModel.logProbabilities(model, model.endTokens + ids(prompt), ids(target))
    }
    for (sample, expected) in zip(result.samples, expected) {
      #expect(abs((sample.logLikelihood ?? 0) - expected.reduce(0, +)) < 1e-3)
      #expect(sample.tokens == expected.count)
    }
    #expect(result.samples[0].isGreedy == true && result.samples[2].isGreedy == false)
    #expect(greedy.count == 3)
    let sum = expected.joined().reduce(0, +)
    let perplexity = exp(-sum / Double(expected.joined().count))
    #expect(abs((result.metrics["perplexity"]?.value ?? 0) / perplexity - 1) < 1e-4)
    #expect(abs((result.metrics["logLikelihood"]?.value ?? 0) - sum / 3) < 1e-3)
  }

  @Test("for whole texts counts each token once, also of texts that are longer than the context")
  func rolling() throws {
    let long = String(repeating: "the ferry leaves at nine. ", count: 9)
    let texts = ["short one", long]
    let scores = try model.rollingScores(of: texts)
    #expect(scores.map(\.tokens) == texts.map { ids($0).count })
    #expect(scores.map(\.bytes) == [9, 234] && scores.map(\.words) == [2, 45])
    let short = SmallModel.logProbabilities(model, model.endTokens, ids(texts[0])).reduce(0, +)
    #expect(abs(scores[0].logLikelihood - short) < 1e-3)
    // By hand: the first 64 tokens, then 32 new ones at a time with the 32 before them.
    let all = model.endTokens + ids(long)
    var sum = SmallModel.logProbabilities(model, Array(all[..<1]), Array(all[1..<64])).reduce(0, +)
    for begin in stride(from: 64, to: all.count, by: 32) {
      let end = min(all.count, begin + 32)
      sum += SmallModel.logProbabilities(model, Array(all[end - 64..<begin]), Array(all[begin..<end])).reduce(0, +)
    }
    #expect(abs(scores[1].logLikelihood - sum) < 0.01)
  }

  @Test("gives perplexities and bits by the sums over all texts, not by their means")
  func perplexities() throws {
    let task = EvaluationTask(
      settings(.rolling), items: ["ab", "the ferry leaves at nine"].map { TaskItem(prompt: "", targets: [$0]) })
    let result = try task.run(on: model)
    let nats = -result.samples.reduce(0) { $0 + ($1.logLikelihood ?? 0) }
    let tokens = Double(ids("ab").count + ids("the ferry leaves at nine").count)
    var expected: [String: Double] = ["bitsPerByte": nats / 26 / log(2.0)]
    for (name, count) in [("bytePerplexity", 26.0), ("wordPerplexity", 6.0), ("tokenPerplexity", tokens)] {
      expected[name] = exp(nats / count)
    }
    for (name, value) in expected { #expect(abs((result.metrics[name]?.value ?? 0) / value - 1) < 1e-9, "\(name)") }
    #expect(result.mainMetric == "bitsPerByte")
    #expect(result.samples.allSatisfy { sample in (sample.scores["bitsPerByte"] ?? 0) > 0 })
  }

  @Test("for answers writes what the prompt alone gives, up to a stop, and scores it")
  func generate() throws {
    var settings = settings(.generate)
    (settings.answerTokens, settings.stops, settings.metrics) = (6, [], ["exact", "f1"])
    let prompts = ["The ferry", "When", "A much longer prompt than the others"]
    let written = try prompts.map { try model.continuation(of: $0, count: 6) }
    let task = EvaluationTask(
      settings, items: zip(prompts, written).map { TaskItem(prompt: $0, targets: [$0 == "When" ? "never" : $1]) })
    let result = try task.run(on: model)
    #expect(result.samples.map(\.answer) == written)
    #expect(result.metrics["exact"]?.value == 2.0 / 3)
    let interval = try #require(result.metrics["exact"])
    // Wilson's interval of 2 of 3.
    #expect(abs(interval.low - 0.2077) < 1e-3 && abs(interval.high - 0.9385) < 1e-3)
    let stop = try #require(written[2].dropFirst(2).first.map(String.init))
    let stopped = try model.continuations(of: prompts, count: 6, stoppingAt: [stop])
    #expect(try stopped == prompts.map { try model.continuation(of: $0, count: 6, stoppingAt: [stop]) })
    #expect(written[2].hasPrefix(stopped[2]) && !stopped[2].contains(stop))
  }

  @Test("reads a prompt that is too long from behind its beginning and says so; a target that is too long is refused")
  func tooLong() throws {
    let long = String(repeating: "x y ", count: 40)
    let task = EvaluationTask(
      settings(.choice), items: [TaskItem(line: 1, prompt: long, choices: [" a", " b"], right: 0)])
    let result = try task.run(on: model)
    #expect(result.cutPrompts == 1)
    #expect(result.samples[0].cutTokens == model.endTokens.count + ids(long + " a").count - 64)
    let refused = EvaluationTask(settings(.logLikelihood), items: [TaskItem(line: 7, prompt: "a", targets: [long])])
    #expect(throws: TaskError.tooLong(task: "t", line: 7, tokens: ids(long).count + 1, contextLength: 64)) {
      try refused.run(on: model)
    }
    #expect(throws: TaskError.noItems(task: "t")) { try EvaluationTask(settings(.choice), items: []).run(on: model) }
    let alone = try SmallModel.make(hasEnd: false)
    let single = EvaluationTask(settings(.rolling), items: [TaskItem(line: 3, prompt: "", targets: ["x"])])
    #expect(throws: TaskError.nothingToScore(task: "t", line: 3)) { try single.run(on: alone) }
  }
}
