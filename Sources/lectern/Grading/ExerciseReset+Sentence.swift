// What a reset did, for whoever asked for it.
import Grading

extension ExerciseReset {
  func sentence(for exercise: Exercise) -> String {
    let file = "Exercises/\(exercise.path)/\(exercise.fileName)"
    return switch self {
    case .alreadyAsGiven: "\(file) is as it was given; nothing to do"
    case .made: "\(file) was not there; it is now, as it was given"
    case .kept(let path): "\(file) is as it was given; your file is now \(path)"
    }
  }
}
