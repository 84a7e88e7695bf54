// What to do next: one thing.

/// One thing to do.
public enum NextThing: Equatable, Sendable {
  /// A lesson that was left before its end.
  case goOn(LessonStanding)
  case lesson(LessonStanding)
  case exercise(ExerciseStanding)
  /// Every lesson is done and every exercise passed.
  case allDone
  /// The course is empty.
  case nothing

  /// What to type for it; nil if there is nothing to begin.
  public var command: String? {
    switch self {
    case .goOn(let lesson), .lesson(let lesson): "lectern run \(lesson.name)"
    case .exercise(let standing): "lectern watch \(standing.exercise.id)"
    case .allDone: "lectern award"
    case .nothing: nil
    }
  }
}

extension CourseStanding {
  /// The lesson that was left last; else the next one whose `needs` are done; else the next exercise.
  public var next: NextThing {
    let open = lessons.filter { $0.state != .done }
    // Among those of which nobody noted the time, the furthest.
    let left = open.filter { $0.state == .started }.enumerated().max { a, b in
      (a.element.lastUsed?.milliseconds ?? .min, a.offset) < (b.element.lastUsed?.milliseconds ?? .min, b.offset)
    }
    if let left { return .goOn(left.element) }
    if let lesson = open.first(where: isReady) ?? open.first { return .lesson(lesson) }
    if let exercise = nextExercise { return .exercise(exercise) }
    return lessons.isEmpty && exercises.isEmpty ? .nothing : .allDone
  }

  /// The exercise to try: one that was begun, else the first one that needs none that has not been passed either.
  public var nextExercise: ExerciseStanding? {
    let open = exercises.filter { $0.state != .done }
    let passed = Set(exercises.filter { $0.state == .done }.map(\.exercise.id))
    let ready = open.filter { $0.exercise.needs.allSatisfy(passed.contains) }
    return ready.first { $0.state == .started } ?? ready.first ?? open.first
  }

  /// Beside a lesson that comes next: an exercise that was begun, or whose lesson is done.
  public var exerciseBesides: ExerciseStanding? {
    switch next {
    case .exercise, .allDone, .nothing: return nil
    case .goOn, .lesson: break
    }
    let passed = Set(exercises.filter { $0.state == .done }.map(\.exercise.id))
    let isReady = { (standing: ExerciseStanding) in
      standing.state != .done && standing.exercise.needs.allSatisfy(passed.contains)
    }
    if let begun = exercises.first(where: { $0.state == .started && isReady($0) }) { return begun }
    let done = Set(lessons.filter { $0.state == .done }.compactMap(\.lesson.number))
    for chapter in chapters {
      // An exercise that names no lesson belongs to all of its chapter.
      let hasDone = chapter.lessons.contains { $0.state == .done }
      let isTaught = { (standing: ExerciseStanding) in standing.exercise.lesson.map(done.contains) ?? hasDone }
      if let exercise = chapter.exercises.first(where: { isReady($0) && isTaught($0) }) { return exercise }
    }
    return nil
  }
}
