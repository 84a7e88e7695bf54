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
    _ source: ExerciseSource, name: String, fileName: String, probes: ProbeLibraries, compiler: SubmissionCompiler
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
        try probes.link(into: folder)
      }
    }
    return Implementation(name: name, sentence: Self.sentence(of: source.text), libraries: folder, key: key)
  }

  /// The first doc comment of a file, on one line.
  static func sentence(of source: String) -> String {
    let lines = source.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
    return lines.drop { !$0.hasPrefix("///") }.prefix { $0.hasPrefix("///") }
      .map { $0.dropFirst(3).trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
  }
}
