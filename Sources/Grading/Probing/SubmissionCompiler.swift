// A submission becomes a library: compiler and linker, both in the box, with options that never change.
import Foundation
import LessonDocuments
import StepExecution
import SystemTools

/// What the compiler makes of a submission, or says of it.
enum SubmissionBuild: Sendable {
  /// The bytes of a shared library.
  case library([UInt8])
  /// At least one complaint, the first first.
  case rejected([Diagnostic])
}

struct SubmissionCompiler: Sendable {
  /// The module's name, whatever the file is called.
  static let module = "Submission"
  static let libraryName = "libSubmission.so"
  /// Seconds for compiler and linker together, far above what any exercise needs.
  static let mostSeconds = 60.0
  static let mostLibraryBytes = 64 << 20

  let environment: StepEnvironment
  /// nil where the instructor chose to do without.
  let box: Box?

  /// Compiles one file.
  ///
  /// - Parameter folder: of the judge's, for the source and what is made of it.
  /// - Throws: `EnvironmentError` when it is not the submission's fault; `CancellationError`.
  func compile(
    _ source: [UInt8], named fileName: String, in folder: String, cancellation: Cancellation? = nil
  ) throws -> SubmissionBuild {
    let sourceFolder = folder + "/source"
    let scratch = box == nil ? folder + "/scratch" : Box.scratch
    try JudgeFolder.makeFolder(sourceFolder)
    if box == nil { try JudgeFolder.makeFolder(scratch) }
    try JudgeFolder.write(source, to: "\(sourceFolder)/\(fileName)")
    let seen = box == nil ? sourceFolder : "/submission"
    let result = try ToolProcess.run(
      "/bin/sh", ["-c", script(source: "\(seen)/\(fileName)", scratch: scratch)],
      supervisor: environment.library.host, box: box?.compiling(sourceFolder), seconds: Self.mostSeconds,
      mostBytes: Self.mostLibraryBytes, cancellation: cancellation)
    if cancellation?.isCancelled == true { throw CancellationError() }
    // The script's first word says that the box stood; all that follows is the submission's doing.
    guard result.bytes.starts(with: Self.greeting.utf8) else {
      let complaint = result.output.split(separator: "\n").first.map(String.init)
      throw EnvironmentError(.noBox(reason: complaint ?? "it ended with status \(result.status)"))
    }
    let library = Array(result.bytes.dropFirst(Self.greeting.utf8.count))
    if result.status == 0, !library.isEmpty, !result.wentOver { return .library(library) }
    return .rejected(complaints(result, source: source, fileName: fileName))
  }

  private static let greeting = "compiling\n"

  private func script(source: String, scratch: String) -> String {
    let object = "\(scratch)/Submission.o"
    let library = "\(scratch)/\(Self.libraryName)"
    let compile =
      [
        environment.toolchain.frontend, "-frontend", "-c", source, "-o", object, "-module-name", Self.module,
        "-parse-as-library", "-import-module", "Transformers",
        // Seconds for the types of one expression: says which, where the compiler alone would go on for ten minutes.
        "-solver-expression-time-threshold=10",
      ] + CompilerOptions.forLearners(library: environment.library, moduleCache: environment.cache.moduleFolder)
    let link =
      [
        environment.toolchain.linker, "-shared", "--eh-frame-hdr", "-soname", Self.libraryName, "-o", library,
        environment.toolchain.registrationObject, object, "-L", environment.toolchain.runtimeFolder, "--as-needed",
      ]
      + Self.linkedModules.filter { access("\(environment.toolchain.runtimeFolder)/lib\($0).so", F_OK) == 0 }
      .map { "-l\($0)" }
    return """
      printf '\(Self.greeting.dropLast())\\n'
      ulimit -c 0; ulimit -t 20; ulimit -v 4000000; ulimit -f 200000
      \(Self.quoted(compile)) >&2 && \(Self.quoted(link)) >&2 && exec cat \(Self.quoted([library]))
      """
  }

  /// Of the toolchain's modules those that a submission may import and that are not loaded with the library anyway.
  private static let linkedModules = [
    "Foundation", "FoundationEssentials", "FoundationInternationalization", "dispatch", "swiftDispatch",
    "swiftSynchronization", "swiftObservation", "swiftRegexBuilder", "swift_Differentiation",
  ]

  private static func quoted(_ arguments: [String]) -> String {
    arguments.map { "'" + $0.replacingOccurrences(of: "'", with: "'\\''") + "'" }.joined(separator: " ")
  }

  private func complaints(_ result: ToolProcess.Result, source: [UInt8], fileName: String) -> [Diagnostic] {
    let text = SourceText(
      text: String(decoding: source, as: UTF8.self), file: fileName, firstLine: 1, columnOffsets: [])
    let errors = DiagnosticReader.errors(in: result.output, compiledFile: fileName, source: text)
    if !errors.isEmpty { return errors }
    let message =
      result.wentOver || result.status > 128
      ? "the compiler did not come to an end within its limits of time, memory and size. Write it in a simpler way"
      : "the compiler failed without saying why. Try to write it in another way, a part at a time"
    return [Diagnostic(file: fileName, position: nil, message: message)]
  }
}
