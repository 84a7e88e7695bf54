// What proving says against an exercise, from the judge's facts.
import StepRecords
import Testing

@testable import Grading

@Suite struct ExerciseProofTests {
  private static func probe(_ name: String, _ points: Int, needs: [String] = [], line: Int = 2) -> ProbeDescription {
    ProbeDescription(
      name: name, points: points, tolerance: .standard, needs: needs, isAccepted: false, isRandom: false, line: line)
  }

  private static func verdict(_ earned: Int, mistake: String? = nil, message: String? = nil) -> Verdict {
    let outcome: Verdict.Outcome = earned == 10 ? .passed : .failed
    return Verdict(
      exercise: "softmax", verdict: outcome, earned: earned, points: 10, isolation: .box, message: message,
      probes: message != nil
        ? []
        : [
          ProbeVerdict(
            name: "a", visible: true, status: earned == 10 ? .passed : .failed, earned: earned, points: 10,
            message: earned == 10 ? "" : "expected 1, got 2", mistake: mistake)
        ])
  }

  /// Facts against which nothing can be said.
  private static let sound = JudgedExercise(
    visible: [probe("a", 6)], hidden: [probe("b", 4, needs: ["a"])], starter: verdict(0), solution: verdict(10),
    mistakes: ["WrongAxis": verdict(3, mistake: "WrongAxis"), "NoSum": verdict(0, mistake: "NoSum")])

  private func findings(_ change: (inout JudgedExercise) -> Void) throws -> [String] {
    let course = try CourseOnDisk(exercise: "02-second/softmax")
    var facts = Self.sound
    change(&facts)
    return ExerciseProof.findings(try course.catalogue.exercise(named: "softmax"), facts).map(\.description)
  }

  @Test func `nothing is said against a sound exercise`() throws {
    #expect(try findings { _ in } == [])
  }

  @Test func `what is withheld must be in the library`() throws {
    #expect(
      try findings { $0.unknownSymbols = ["Tensr"] } == [
        "Exercises/02-second/softmax/Task.md: it withholds \"Tensr\", which the library does not have: nobody is kept from "
          + "anything by that name"
      ])
  }

  @Test func `a starter must compile, and must not pass`() throws {
    #expect(
      try findings { $0.starter = Self.verdict(10) } == [
        "Exercises/02-second/softmax/Softmax.swift: the starter passes as it is given, so there is nothing to do"
      ])
    var broken = Self.verdict(0, message: "cannot find 'x' in scope")
    broken.line = 3
    #expect(
      try findings { $0.starter = broken } == [
        "Exercises/02-second/softmax/Softmax.swift:3: the starter must compile as it is given: cannot find 'x' in scope"
      ])
  }

  @Test func `a solution must get full marks`() throws {
    #expect(
      try findings { $0.solution = Self.verdict(9) } == [
        "Solutions/02-second/softmax/Softmax.swift: the solution does not pass \"a\": expected 1, got 2"
      ])
  }

  @Test func `a mistake must lose points, and be known as itself`() throws {
    let file = "Solutions/02-second/softmax/Mistakes/NoSum.swift"
    #expect(
      try findings { $0.mistakes["NoSum"] = Self.verdict(10) } == [
        "\(file): this mistake gets full marks. Add a probe that tells it from the solution"
      ])
    #expect(
      try findings { $0.mistakes["NoSum"] = Self.verdict(2) } == [
        "\(file): this mistake loses points and is not recognised: it gives no value of its own that a probe could know it by"
      ])
    #expect(
      try findings { $0.mistakes["NoSum"] = Self.verdict(2, mistake: "WrongAxis") } == [
        "\(file): this mistake is taken for WrongAxis. Add a probe that tells them apart"
      ])
    #expect(
      try findings { $0.mistakes["NoSum"] = Self.verdict(0, message: "it does not compile") } == [
        "\(file): the mistake must compile and run: it does not compile"
      ])
  }

  @Test func `what could not be checked is neither well nor wrong, and not kept`() throws {
    var facts = Self.sound
    facts.solution.verdict = .couldNotCheck
    facts.solution.message = "no box"
    #expect(!facts.isDecided && Self.sound.isDecided)
    #expect(
      try findings { $0 = facts } == ["Solutions/02-second/softmax/Softmax.swift: could not be checked: no box"])
  }

  @Test func `points add up, names differ, and a learner sees a probe`() throws {
    #expect(
      try findings { $0.visible[0].points = 5 } == [
        "Exercises/02-second/softmax/Task.md: points says 10, and the probes are worth 9 together"
      ])
    #expect(
      try findings { $0.hidden[0] = Self.probe("a", 4, line: 7) } == [
        "Solutions/02-second/softmax/HiddenProbes.swift:7: Exercises/02-second/softmax/Probes.swift:2 has a probe \"a\" "
          + "already. Give this one another name"
      ])
    #expect(
      try findings { ($0.visible, $0.hidden) = ([], [Self.probe("b", 10)]) } == [
        "Exercises/02-second/softmax/Probes.swift: there is no probe that a learner sees"
      ])
    #expect(
      try findings { ($0.visible[0].points, $0.hidden[0].points) = (10, 0) } == [
        "Solutions/02-second/softmax/HiddenProbes.swift:2: the probe \"b\" is worth nothing"
      ])
  }

  @Test func `probes need probes that there are, and not each other`() throws {
    #expect(
      try findings { $0.hidden[0].needs = ["aa"] } == [
        "Solutions/02-second/softmax/HiddenProbes.swift:2: the probe \"b\" needs \"aa\", which is no probe; the nearest is "
          + "\"a\""
      ])
    #expect(
      try findings { $0.visible[0].needs = ["b"] } == [
        "Exercises/02-second/softmax/Probes.swift: probes need each other in a circle: \"a\" needs \"b\" needs \"a\""
      ])
  }

  @Test(arguments: [
    ([:], nil), (["a": ["b"], "b": ["c"], "c": []], nil), (["a": ["a"]], ["a", "a"]),
    (["a": ["b", "c"], "b": ["c"], "c": ["b"]], ["c", "b", "c"]), (["a": ["gone"]], nil),
    (["a": ["b", "b"], "b": []], nil),
  ])
  func `a circle of needs is found`(_ needs: [String: [String]], _ cycle: [String]?) {
    #expect(NeedsCycle.first(in: needs) == cycle)
  }

  @Test func `a long chain of needs is no circle, and no deep recursion`() {
    let needs = Dictionary(uniqueKeysWithValues: (0..<20_000).map { (String($0), [String($0 + 1)]) })
    #expect(NeedsCycle.first(in: needs) == nil)
  }
}
