// An implementation of an exercise that its author wrote: the reference solution, or a well-known mistake. Trusted, and
// compiled once.
import Foundation
import LessonDocuments
import StepExecution

struct Implementation: Sendable {
  /// The file name without `.swift`; empty for the solution.
  var name: String
  /// What the learner is told who made the same mistake.
  var sentence: String
  /// In the cache: its library and those of the probes.
  var libraries: String
  /// Names the values that it gives.
  var key: String

  /// Compiles an implementation, or finds it in the cache.
  ///
  /// - Throws: ``ExerciseFault`` when it does not compile.
  static func make(
    _ source: ExerciseSource, name: String, sentence: String, fileName: String, probes: ProbeLibraries,
    compiler: SubmissionCompiler
  ) throws -> Implementation {
    let cache = compiler.environment.cache
    let key = [
      "implementation 2", compiler.environment.toolchain.identity, compiler.environment.library.identity,
      probes.folder, source.text,
    ].joined(separator: "\n")
    let folder: String
    if let present = cache.entry(for: key) {
      folder = present
    } else {
      folder = try cache.add(key) { folder in
        let making = try JudgeFolder(in: cache)
        switch try compiler.compile(Array(source.text.utf8), named: fileName, in: making.path) {
        case .library(let bytes): try JudgeFolder.write(bytes, to: "\(folder)/\(SubmissionCompiler.libraryName)")
        case .rejected(let complaints):
          let first = complaints.first
          throw ExerciseFault.doesNotCompile(
            source.path, "\(first?.position.map { "line \($0.line): " } ?? "")\(first?.message ?? "")")
        }
        for file in probes.files { try probes.link(file, into: folder) }
      }
    }
    return Implementation(name: name, sentence: sentence, libraries: folder, key: key)
  }
}
