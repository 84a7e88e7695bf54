// What a search tries, before anything is trained.
import Experiments
import Testing
import YAMLReading
import YAMLTrees

@Suite("A search's plan")
struct SearchPlanTests {
  private func plan(_ texts: String...) throws -> SearchPlan {
    SearchPlan(try texts.map { try SearchAxis(parsing: $0) })
  }

  @Test("tries every combination of a grid, in the order of its values")
  func grid() throws {
    let plan = try plan("training.learningRate=1e-3, 1e-4", "tuning.rank=2,4,8")
    #expect(plan.contradiction == nil && plan.trials.count == 6)
    #expect(
      plan.trials.map { $0.settings.map(\.value) }.prefix(4) == [
        ["1e-3", "2"], ["1e-3", "4"], ["1e-3", "8"], ["1e-4", "2"],
      ])
    #expect(plan.trials[3].number == 4 && plan.trials[3].folder == "trial-04-learningRate-1e-4-rank-2")
  }

  @Test("draws from ranges evenly on a logarithmic scale, the same ones for the same seed")
  func random() throws {
    var plan = try plan("training.learningRate=1e-4..1e-2", "tuning.rank=1..64")
    plan.random = 400
    let trials = plan.trials
    #expect(trials == plan.trials && trials.count == 400)
    let rates = trials.compactMap { Double($0.settings[0].value) }
    let ranks = trials.compactMap { Int($0.settings[1].value) }
    #expect(rates.count == 400 && rates.allSatisfy { (1e-4...1e-2).contains($0) })
    #expect(ranks.count == 400 && ranks.allSatisfy { (1...64).contains($0) })
    // Half of them lie below the geometric mean: 200 of 400, five standard deviations of 10 each way.
    #expect((150...250).contains(rates.count { $0 < 1e-3 }) && (150...250).contains(ranks.count { $0 < 8 }))
    plan.seed = 2
    #expect(plan.trials != trials)
  }

  @Test("draws no combination twice, and stops when there are no others")
  func few() throws {
    var plan = try plan("tuning.rank=2,4")
    plan.random = 10
    #expect(Set(plan.trials.map { $0.settings[0].value }) == ["2", "4"] && plan.trials.count == 2)
  }

  @Test(
    "says what is wrong",
    arguments: [
      (["rank"], "KEY=VALUE"), (["tuning.rank="], "no values"), (["tuning.rank=2,2"], "twice"),
      (["training.learningRate=1e-2..1e-4"], "larger"), (["training.learningRate=0..1"], "above 0"),
      (["tuning.rank=2,4", "tuning.rank=8"], "varied twice"), (["training.learningRate=1e-4..1e-2"], "grid"),
      ([], "varies"),
    ])
  func mistakes(_ texts: [String], _ words: String) {
    do {
      let plan = SearchPlan(try texts.map { try SearchAxis(parsing: $0) })
      #expect(plan.contradiction?.contains(words) == true, "\(plan.contradiction ?? "nothing")")
    } catch { #expect("\(error)".contains(words), "\(error)") }
  }

  @Test("reads the section of a configuration, with everything that is wrong in it")
  func section() throws {
    var reader = SettingsReader()
    let text = "vary:\n  training.learningRate: 1e-4..1e-2\n  tuning.targets: [a, b]\nrandom: 5\nhalving: yes\n"
    let plan = SearchPlan(try YAMLNode(parsing: text), into: &reader)
    #expect(reader.problems.isEmpty && plan.random == 5 && plan.halving)
    #expect(plan.axes.map(\.name) == ["learningRate", "targets"] && plan.axes[1].values == .list(["a", "b"]))
    var other = SettingsReader()
    _ = SearchPlan(try YAMLNode(parsing: "vary: {tuning.rank: {}}\nrandom: many\nsead: 1\n"), into: &other)
    #expect(other.problems.count == 3, "\(other.problems)")
    #expect(other.problems.contains { $0.message.contains("the nearest is seed") })
  }

  @Test("halves by thirds")
  func rungs() {
    var plan = SearchPlan()
    #expect(plan.rungs(trials: 27) == [1])
    plan.halving = true
    #expect(plan.rungs(trials: 3) == [1] && plan.rungs(trials: 9) == [3, 1] && plan.rungs(trials: 10) == [9, 3, 1])
  }
}
