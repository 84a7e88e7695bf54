// The file as it was given to the learner, whatever has become of it since.
import Foundation
import LessonDocuments
import StepExecution
import SystemTools

extension Exercise {
  /// What stands in a starter where the learner's work begins.
  public var mark: String { "TODO(\(id))" }

  /// The learner's file as it was given. In a learners' copy `lectern release` has written it down; elsewhere it is the
  /// newest version in git that holds the mark `TODO(id)`, so that a learner who commits an answer loses nothing.
  ///
  /// - Throws: `ExerciseError.unknownStarter`.
  public func starter() throws(ExerciseError) -> [UInt8] {
    if let kept = try? RegularFile(starterFile) { return kept.bytes }
    if let committed = committedStarter() { return committed }
    throw .unknownStarter(id: id, path: "Exercises/\(path)/\(ExerciseReader.starterFolder)/\(fileName)")
  }

  /// So many versions are looked at.
  private static let mostVersions = 50

  private func committedStarter() -> [UInt8]? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    guard let git = Toolchain.executable("git", on: path) else { return nil }
    let run = { (arguments: [String]) -> String? in
      let result = try? ToolProcess.run(git, ["-C", folder] + arguments, supervisor: nil)
      return result.flatMap { $0.status == 0 ? $0.output : nil }
    }
    let versions = run(["log", "--format=%H", "-n", "\(Self.mostVersions)", "--", fileName]) ?? ""
    for version in versions.split(separator: "\n") {
      if let text = run(["show", "\(version):./\(fileName)"]), text.contains(mark) { return Array(text.utf8) }
    }
    return nil
  }
}
