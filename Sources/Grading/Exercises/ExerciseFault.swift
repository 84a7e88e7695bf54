// What is wrong with an exercise itself: the author's to mend, never counted against a submission.
import LessonDocuments
import SystemTools

public enum ExerciseFault: Error, Equatable, Sendable {
  case unreadable(path: String, reason: String)
  /// One of the exercise's own files; the compiler's first complaint.
  case doesNotCompile(_ path: String, _ complaint: String)
  case hasNoProbes(path: String)
  /// The reference solution gives no value there.
  case solutionFails(probe: String, reason: String)
  /// Neither a solution nor the answers that `lectern release` writes.
  case hasNoAnswers(path: String)
}

extension ExerciseFault: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path.harmlessPath): cannot be read: \(reason)"
    case .doesNotCompile(let path, let complaint):
      "\(path.harmlessPath) is part of the exercise and does not compile: \(complaint.harmless)"
    case .hasNoProbes(let path): "\(path.harmlessPath) holds no probe: let probes = Probes { Probe(\"…\") { … } }"
    case .solutionFails(let probe, let reason):
      "the reference solution itself gives no value for the probe \(probe.quoted): \(reason.harmless)"
    case .hasNoAnswers(let path):
      "there is nothing to compare with: \(path.harmlessPath) has neither a reference solution nor the answers that "
        + "'lectern release' writes"
    }
  }
}

/// A Swift file of an exercise.
struct ExerciseSource: Equatable, Sendable {
  var path: String
  var text: String

  init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  /// Reads a file.
  init(reading path: String) throws {
    do {
      self.init(path: path, text: String(decoding: try RegularFile(path).bytes, as: UTF8.self))
    } catch {
      throw ExerciseFault.unreadable(path: path, reason: error.reason)
    }
  }
}
