// From what a submission answered to what is said of it: points, messages, recognised mistakes.
import StepRecords

struct Assessment {
  let prepared: PreparedExercise
  let seed: UInt64
  let isolation: Verdict.Isolation
  /// For each probe the solution's value; nil where a predicate decides.
  let expected: [ProbedValue?]

  private var exercise: Exercise { prepared.exercise }

  func verdict(on outcomes: [Trial.Outcome], trusted: ProbeHost) throws -> Verdict {
    let mistakes = try recognised(outcomes, trusted: trusted)
    let probes = prepared.probes.indices.map { probeVerdict($0, outcomes[$0], mistake: mistakes[$0]) }
    return Verdict(
      exercise: exercise.id, verdict: probes.allSatisfy { $0.status == .passed } ? .passed : .failed,
      earned: probes.reduce(0) { $0 + $1.earned }, points: probes.reduce(0) { $0 + $1.points }, isolation: isolation,
      probes: probes, seed: seed)
  }

  /// A probe that was not asked, because nothing could be.
  static func unasked(_ prepared: PreparedExercise, place: Int, message: String) -> ProbeVerdict {
    let probe = prepared.probes[place]
    let isVisible = probe.file == .visible
    return ProbeVerdict(
      name: name(prepared, place), visible: isVisible, status: .notRun, earned: 0, points: probe.description.points,
      message: message, lesson: prepared.exercise.lesson, code: probe.code)
  }

  /// A hidden probe is known by its number.
  private static func name(_ prepared: PreparedExercise, _ place: Int) -> String {
    let probe = prepared.probes[place]
    return probe.file == .visible ? probe.description.name : "hidden probe \(probe.index + 1)"
  }

  private func probeVerdict(_ place: Int, _ outcome: Trial.Outcome, mistake: Recognised?) -> ProbeVerdict {
    let probe = prepared.probes[place]
    let isVisible = probe.file == .visible
    let redaction = Redaction(of: prepared)
    var verdict = ProbeVerdict(
      name: Self.name(prepared, place), visible: isVisible, status: .failed, earned: 0,
      points: probe.description.points, message: "", mistake: mistake?.name, lesson: exercise.lesson,
      code: probe.code)
    switch outcome {
    case .passed:
      verdict.status = .passed
      verdict.earned = probe.description.points
    case .notRun(let needs):
      verdict.status = .notRun
      let needed = prepared.probes.firstIndex { $0.description.name == needs }.map { Self.name(prepared, $0) } ?? needs
      verdict.message = "it needs \"\(needed)\" to pass first"
    case .outOfTime:
      verdict.status = .notRun
      verdict.message = "it did not run: \(Trial.mostTimeouts) probes before it ran out of time"
    case .stopped(let message, let line, let printed, _):
      verdict.message =
        isVisible
        ? redaction.text(message) + (line.map { " (\(exercise.fileName):\($0))" } ?? "")
        : "your code did not come to its end there"
      verdict.line = isVisible ? line : nil
      verdict.printed = isVisible ? redaction.printed(printed) : nil
    case .wrong(let value, let printed):
      if isVisible {
        verdict.printed = redaction.printed(printed)
        if let expected = expected[place] {
          verdict.difference = ValueComparison.difference(
            expected: expected, actual: value, tolerance: probe.description.tolerance
          ).map(redaction.difference)
          verdict.message = redaction.text(
            DifferenceText.sentences(expected: expected, actual: value, tolerance: probe.description.tolerance))
        } else {
          verdict.message = redaction.text(
            "this does not hold of what came back: \(ValueText.summary(of: value))")
        }
      } else {
        verdict.message = "what came back is not right"
      }
    }
    if let mistake { verdict.message = mistake.sentence }
    return verdict
  }

  // MARK: Mistakes

  struct Recognised: Equatable {
    var name: String
    var sentence: String
  }

  /// For each probe the mistake whose value it gave. Where several gave it, the one that explains most of the failed
  /// probes.
  private func recognised(_ outcomes: [Trial.Outcome], trusted: ProbeHost) throws -> [Recognised?] {
    var candidates: [[Recognised]] = outcomes.map { _ in [] }
    var counts: [String: Int] = [:]
    for (place, outcome) in outcomes.enumerated() {
      guard case .wrong(let value, _) = outcome else { continue }
      for (mistake, theirs) in try mistakenValues(for: place, trusted: trusted) {
        guard ValueComparison.isSame(value, as: theirs) else { continue }
        candidates[place].append(mistake)
        counts[mistake.name, default: 0] += 1
      }
    }
    return candidates.map { list in
      list.enumerated().max { (counts[$0.element.name] ?? 0, -$0.offset) < (counts[$1.element.name] ?? 0, -$1.offset) }?
        .element
    }
  }

  private func mistakenValues(for place: Int, trusted: ProbeHost) throws -> [(Recognised, ProbedValue)] {
    if let answers = prepared.answers {
      guard let row = answers.seeds.firstIndex(of: seed) else { return [] }
      return answers.mistakes.compactMap { mistake in
        guard mistake.rows.indices.contains(row), mistake.rows[row].indices.contains(place) else { return nil }
        return mistake.rows[row][place].map { (Recognised(name: mistake.name, sentence: mistake.sentence), $0) }
      }
    }
    return try prepared.mistakes().compactMap { mistake in
      try prepared.value(of: mistake, for: place, seed: seed, host: { trusted })
        .map { (Recognised(name: mistake.name, sentence: mistake.sentence), $0) }
    }
  }
}
