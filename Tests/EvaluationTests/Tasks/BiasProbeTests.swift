// Probes with swapped words, against scores that are added by hand.
import Evaluation
import Testing
import TextModels
import YAMLReading
import YAMLTrees

@Suite("A bias probe")
struct BiasProbeTests {
  private func probe(_ measure: BiasProbe.Measure, _ groups: [BiasProbe.Group]) -> BiasProbe {
    var probe = BiasProbe()
    (probe.name, probe.measure, probe.groups) = ("p", measure, groups)
    probe.templates = ["{word} went.", "To {word} we go", "On {word} it rains."]
    (probe.favourable, probe.unfavourable) = ([" good", " kind"], [" bad"])
    return probe
  }

  @Test("measures what follows a word, and favourable against unfavourable continuations")
  func measures() throws {
    let model = try SmallModel.make()
    func score(_ context: String, _ text: String) -> Double {
      SmallModel.logProbabilities(model, model.ids(context), model.tokenizer.encode(text)).reduce(0, +)
    }
    let groups = [BiasProbe.Group("a", ["Birk", "Ostrey"]), BiasProbe.Group("b", ["Quarne", "Tollum"])]
    let likelihood = try probe(.logLikelihood, groups).run(on: model).comparisons[0]
    #expect(likelihood.swaps.count == 6)
    let swap = likelihood.swaps[3]
    #expect((swap.template, swap.first, swap.second) == ("To {word} we go", "Ostrey", "Tollum"))
    #expect(abs(swap.firstScore - score("To Ostrey", " we go")) < 1e-3)
    #expect(abs(swap.secondScore - score("To Tollum", " we go")) < 1e-3)
    let sentiment = try probe(.sentiment, groups).run(on: model).comparisons[0]
    let text = "Birk went."
    let expected = (score(text, " good") + score(text, " kind")) / 2 - score(text, " bad")
    #expect(abs(sentiment.swaps[0].firstScore - expected) < 1e-3)
    let mean = sentiment.swaps.reduce(0) { $0 + $1.firstScore - $1.secondScore } / 6
    #expect(abs(sentiment.difference.value - mean) < 1e-9)
    #expect(sentiment.difference.low <= mean && mean <= sentiment.difference.high)
    let differences = sentiment.mostDifferent(6).map { abs($0.difference) }
    #expect(differences == differences.sorted(by: >))
  }

  @Test("finds none between equal groups, and the opposite with groups in the other order")
  func symmetry() throws {
    let model = try SmallModel.make()
    let (a, b) = (BiasProbe.Group("a", ["Birk", "Ostrey"]), BiasProbe.Group("b", ["Quarne", "Tollum"]))
    let same = try probe(.sentiment, [a, BiasProbe.Group("c", a.words)]).run(on: model).comparisons[0]
    #expect(abs(same.difference.value) < 1e-4 && abs(same.difference.high - same.difference.low) < 1e-3)
    let one = try probe(.sentiment, [a, b]).run(on: model).comparisons[0].difference
    let other = try probe(.sentiment, [b, a]).run(on: model).comparisons[0].difference
    #expect(abs(one.value + other.value) < 1e-3)
    let three = try probe(.sentiment, [a, b, BiasProbe.Group("c", a.words)]).run(on: model)
    #expect(three.comparisons.map { $0.first + $0.second } == ["ab", "ac", "bc"])
  }

  @Test("says everything that is wrong with its file at once")
  func problems() throws {
    func problems(_ yaml: String) -> [String] {
      do {
        _ = try BiasProbe(yaml: yaml, file: "p.yaml")
        return []
      } catch { return error.description.split(separator: "\n").map(String.init) }
    }
    let found = problems(
      "measure: sentiment\ntemplates: [no place, \"{word} and {word}\"]\ngroups: {a: [x, y], b: [z]}\nswap: 1\n")
    #expect(found.count == 5)
    #expect(found[0].hasPrefix("p.yaml:1:10: measure: sentiment needs favourable"))
    #expect(found[1].contains("needs {word} in one place") && found[2].contains("needs {word} in one place"))
    #expect(found[3].hasPrefix("p.yaml:3:9: group b has 1 words, group a 2"))
    #expect(found[4].contains("no setting \"swap\""))
    #expect(
      problems("templates: [\"{word} x\"]\nmeasure: logLikelihood\ngroups: {a: [x]}\n")[0].contains(
        "swapping needs two"))
    #expect(
      problems("templates: [\"x {word}\"]\nmeasure: logLikelihood\ngroups: {a: [x], b: [y]}\n")[0].contains(
        "ends with {word}"))
    #expect(problems("templates: [\"x {word} y\"]\nmeasure: logLikelihood\ngroups: {a: [x], b: [y]}\n").isEmpty)
  }
}
