// How far a learner is with one exercise.
import Grading

public struct ExerciseStanding: Equatable, Sendable {
  public var exercise: Exercise
  public var progress: ExerciseProgress

  public init(_ exercise: Exercise, progress: ExerciseProgress) {
    self.exercise = exercise
    self.progress = progress
  }

  public var state: StandingState { progress.isPassed ? .done : progress.isStarted ? .started : .new }
}
