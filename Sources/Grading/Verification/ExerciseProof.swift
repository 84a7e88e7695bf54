// What the judge's facts say against an exercise: its starter must fail, its solution must get full marks, every mistake
// must lose points and be recognised, and the points must add up.
import LessonDocuments
import StepRecords

struct ExerciseProof {
  private let exercise: Exercise
  private let facts: JudgedExercise
  private var findings: [ExerciseFinding] = []

  static func findings(_ exercise: Exercise, _ facts: JudgedExercise) -> [ExerciseFinding] {
    var proof = ExerciseProof(exercise: exercise, facts: facts)
    proof.lookAtProbes()
    proof.lookAtStarter()
    proof.lookAtSolution()
    for (name, verdict) in facts.mistakes.sorted(by: { $0.key < $1.key }) { proof.lookAtMistake(name, verdict) }
    return proof.findings
  }

  private init(exercise: Exercise, facts: JudgedExercise) { (self.exercise, self.facts) = (exercise, facts) }

  private mutating func find(_ file: String, line: Int? = nil, _ message: String) {
    findings.append(ExerciseFinding(path: exercise.pathInCourse(file), line: line, message))
  }

  // MARK: Probes

  private mutating func lookAtProbes() {
    let all =
      facts.visible.map { (exercise.probesFile, $0) } + facts.hidden.map { (exercise.hiddenProbesFile, $0) }
    for name in facts.unknownSymbols {
      find(
        exercise.taskFile,
        "it withholds \(name.quoted), which the library does not have: nobody is kept from anything by that name")
    }
    if facts.visible.isEmpty { find(exercise.probesFile, "there is no probe that a learner sees") }
    var lines: [String: String] = [:]
    for (file, probe) in all {
      if let first = lines[probe.name] {
        find(file, line: probe.line, "\(first) has a probe \(probe.name.quoted) already. Give this one another name")
      }
      lines[probe.name] = lines[probe.name] ?? "\(exercise.pathInCourse(file)):\(probe.line)"
      if probe.points < 1 { find(file, line: probe.line, "the probe \(probe.name.quoted) is worth nothing") }
    }
    let known = Set(all.map(\.1.name))
    for (file, probe) in all {
      for name in probe.needs where !known.contains(name) {
        let nearest = NearestName.of(name, among: known) ?? ""
        find(
          file, line: probe.line,
          "the probe \(probe.name.quoted) needs \(name.quoted), which is no probe; the nearest is \(nearest.quoted)")
      }
    }
    let needs = Dictionary(all.map { ($0.1.name, $0.1.needs) }) { first, _ in first }
    if let cycle = NeedsCycle.first(in: needs) {
      find(
        exercise.probesFile, "probes need each other in a circle: \(cycle.map(\.quoted).joined(separator: " needs "))")
    }
    let points = all.reduce(0) { $0 + $1.1.points }
    if points != exercise.points {
      find(exercise.taskFile, "points says \(exercise.points), and the probes are worth \(points) together")
    }
  }

  // MARK: Files

  private mutating func lookAtStarter() {
    let verdict = facts.starter
    if isUndecided(verdict, of: exercise.file) { return }
    if let message = verdict.message {
      find(exercise.file, line: verdict.line, "the starter must compile as it is given: \(message.harmless)")
    } else if verdict.verdict == .passed {
      find(exercise.file, "the starter passes as it is given, so there is nothing to do")
    }
  }

  private mutating func lookAtSolution() {
    let verdict = facts.solution
    if isUndecided(verdict, of: exercise.solutionFile) { return }
    if let message = verdict.message {
      return find(exercise.solutionFile, line: verdict.line, "the solution is not accepted: \(message.harmless)")
    }
    for probe in verdict.probes where probe.status != .passed {
      find(
        exercise.solutionFile, line: probe.line,
        "the solution does not pass \(probe.name.quoted): \(probe.message.harmless)")
    }
    if verdict.verdict != .passed, verdict.probes.allSatisfy({ $0.status == .passed }) {
      find(exercise.solutionFile, "the solution gets \(verdict.earned) of \(verdict.points) points")
    }
  }

  private mutating func lookAtMistake(_ name: String, _ verdict: Verdict) {
    let file = "\(exercise.mistakesFolder)/\(name).swift"
    if isUndecided(verdict, of: file) { return }
    if let message = verdict.message {
      return find(file, line: verdict.line, "the mistake must compile and run: \(message.harmless)")
    }
    if verdict.earned >= verdict.points {
      return find(file, "this mistake gets full marks. Add a probe that tells it from the solution")
    }
    let recognised = verdict.probes.compactMap(\.mistake)
    if !recognised.contains(name) {
      let others = Set(recognised).sorted().joined(separator: ", ")
      find(
        file,
        others.isEmpty
          ? "this mistake loses points and is not recognised: it gives no value of its own that a probe could know it by"
          : "this mistake is taken for \(others). Add a probe that tells them apart")
    }
  }

  private mutating func isUndecided(_ verdict: Verdict, of file: String) -> Bool {
    guard verdict.verdict == .couldNotCheck else { return false }
    let reason = verdict.message ?? verdict.probes.first { $0.status == .couldNotCheck }?.message ?? ""
    find(file, "could not be checked: \(reason.harmless)")
    return true
  }
}

/// A circle in what needs what.
enum NeedsCycle {
  /// The names of one, the first again at the end; nil if there is none.
  static func first(in needs: [String: [String]]) -> [String]? {
    var finished: Set<String> = []
    for start in needs.keys.sorted() {
      // A path that is walked in place of recursion, with what is left to try at each name on it.
      var path = [start]
      var left = [needs[start] ?? []]
      while let name = path.last {
        guard let next = left[left.count - 1].popLast() else {
          finished.insert(name)
          path.removeLast()
          left.removeLast()
          continue
        }
        if let place = path.firstIndex(of: next) { return Array(path[place...]) + [next] }
        if needs[next] != nil, !finished.contains(next) {
          path.append(next)
          left.append(needs[next] ?? [])
        }
      }
    }
    return nil
  }
}
