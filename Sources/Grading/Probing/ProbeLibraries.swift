// The probes of an exercise as libraries, made once from the exercise's own files. They are compiled against the
// signatures that starter and solution share, never against a submission: what a submission declares changes nothing in
// them, and a hidden probe's source comes nowhere near one. At run time they find the submission's functions by name.
import Foundation
import LessonDocuments
import StepExecution
import SystemTools

/// Which of an exercise's two files of probes.
public enum ProbeFile: String, CaseIterable, Sendable {
  case visible = "VisibleProbes"
  case hidden = "HiddenProbes"

  var libraryName: String { "lib\(rawValue).so" }
}

struct ProbeLibraries: Sendable {
  /// In the cache: a library for each file of probes that there is.
  let folder: String
  let files: [ProbeFile]

  /// The C name of each library's entry.
  static let entryPoint = "lectern_probes"

  /// Puts the library of a file of probes beside a submission's.
  func link(_ file: ProbeFile, into folder: String) throws {
    try JudgeFolder.link("\(self.folder)/\(file.libraryName)", to: "\(folder)/\(file.libraryName)")
  }

  /// Whether a library has a symbol of that name, of its own or of another library.
  func isSymbol(_ name: String, of file: ProbeFile) throws -> Bool {
    let path = "\(folder)/\(file.libraryName)"
    guard !name.isEmpty, name.utf8.count < 1 << 10 else { return false }
    do {
      let library = try Data(contentsOf: URL(fileURLWithPath: path))
      return library.range(of: Data([0] + Array(name.utf8) + [0])) != nil
    } catch {
      throw EnvironmentError(.cannotWriteCache(folder: folder, reason: "\(file.libraryName) cannot be read"))
    }
  }

  /// Compiles an exercise's probes, or finds them in the cache.
  ///
  /// - Parameters:
  ///   - interface: source of the starter or the solution.
  ///   - probes: source of each file of probes.
  ///   - fixtures: what both share; compiled with each.
  /// - Throws: ``ExerciseFault`` when one does not compile: the author's to mend.
  static func make(
    interface: ExerciseSource, probes: [ProbeFile: ExerciseSource], fixtures: ExerciseSource?,
    environment: StepEnvironment
  ) throws -> ProbeLibraries {
    let files = ProbeFile.allCases.filter { probes[$0] != nil }
    let build = ProbeBuild(environment: environment)
    let key =
      (["probes 6", environment.toolchain.identity, environment.library.identity, interface.text, fixtures?.text ?? ""]
      + files.flatMap { [$0.rawValue, probes[$0]?.text ?? ""] }).joined(separator: "\n")
    if let folder = environment.cache.entry(for: key), !environment.cache.isEmptyOfModules {
      return ProbeLibraries(folder: folder, files: files)
    }
    let folder = try environment.cache.add(key) { folder in
      try build.warmModules(in: folder)
      try build.interface(interface, in: folder)
      for file in files {
        guard let source = probes[file] else { continue }
        try build.probes(source, fixtures, file, in: folder)
      }
    }
    return ProbeLibraries(folder: folder, files: files)
  }
}

extension StepCache {
  /// Whether the compiler's own cache is gone: the box cannot make it again.
  fileprivate var isEmptyOfModules: Bool {
    ((try? FileManager.default.contentsOfDirectory(atPath: moduleFolder)) ?? []).isEmpty
  }
}

/// The compiler and the linker on an author's files, which are trusted.
private struct ProbeBuild {
  let environment: StepEnvironment

  /// Makes the compiler's cache of C headers, which the box can only read, for all that a submission may import.
  func warmModules(in folder: String) throws {
    let source = ExerciseSource(
      path: "modules.swift", text: "import Foundation\nimport Glibc\nimport Dispatch\nimport Synchronization\n")
    try compile(source, module: "Modules", to: folder, imports: [])
  }

  /// The module that probes import, and a stand-in for the submission's library, which the linker needs to see.
  ///
  /// Not optimized: else the module would carry what the compiler found out about this body (that it keeps no argument,
  /// or does not read it), and the probes would rely on it with another.
  func interface(_ source: ExerciseSource, in folder: String) throws {
    try compile(
      source, module: SubmissionCompiler.module, to: folder, imports: ["Transformers"], options: ["-Onone"])
    // Unoptimized code calls generic functions of the standard library that are compiled once, in a library of their own.
    let runtime = environment.toolchain.runtimeFolder
    try link(
      [
        "-soname", SubmissionCompiler.libraryName, "-L", runtime, "-rpath", runtime, "--as-needed",
        "-lswiftSwiftOnoneSupport",
      ], SubmissionCompiler.module, in: folder)
  }

  func probes(_ source: ExerciseSource, _ fixtures: ExerciseSource?, _ file: ProbeFile, in folder: String) throws {
    var source = source
    source.text =
      "@testable import \(SubmissionCompiler.module)\n" + located(source) + (fixtures.map(located) ?? "")
        + """
        #sourceLocation()
        @_cdecl("\(ProbeLibraries.entryPoint)")
        public func __lectern_probes(_ count: CInt, _ arguments: UnsafeRawPointer?) -> CInt {
          StepSupport.ProbeRun.answer(probes)
          return 0
        }

        """
    try compile(source, module: file.rawValue, to: folder, imports: ["Transformers", "StepSupport"])
    // Its own symbols stay its own, whatever a submission declares.
    try link(
      ["-Bsymbolic", "-rpath", "$ORIGIN", "\(folder)/\(SubmissionCompiler.libraryName)"], file.rawValue, in: folder)
  }

  /// The text of a file, whose lines are named as they are there.
  private func located(_ source: ExerciseSource) -> String {
    "#sourceLocation(file: \"\(source.path)\", line: 1)\n\(source.text)\n"
  }

  private func compile(
    _ source: ExerciseSource, module: String, to folder: String, imports: [String], options: [String] = []
  ) throws {
    let file = "\(folder)/\(module).swift"
    try JudgeFolder.write(Array(source.text.utf8), to: file)
    var arguments = [
      "-frontend", "-c", file, "-o", "\(folder)/\(module).o", "-module-name", module, "-parse-as-library",
      "-emit-module-path", "\(folder)/\(module).swiftmodule", "-I", folder,
    ]
    for name in imports { arguments += ["-import-module", name] }
    arguments +=
      CompilerOptions.forLearners(
        library: environment.library, moduleCache: environment.cache.moduleFolder) + options
    let result = try ToolProcess.run(
      environment.toolchain.frontend, arguments, supervisor: environment.library.host)
    guard result.status == 0 else { throw firstComplaint(result.output, of: source) }
  }

  private func link(_ options: [String], _ module: String, in folder: String) throws {
    let result = try ToolProcess.run(
      environment.toolchain.linker,
      [
        "-shared", "--eh-frame-hdr", "-o", "\(folder)/lib\(module).so", environment.toolchain.registrationObject,
        "\(folder)/\(module).o",
      ] + options, supervisor: environment.library.host)
    guard result.status == 0 else {
      throw EnvironmentError(.cannotStart(program: environment.toolchain.linker, reason: result.output))
    }
    unlink("\(folder)/\(module).o")
  }

  /// The compiler's first error, `/the/file.swift:2:26: error: …`, in the file that it is in.
  private func firstComplaint(_ output: String, of source: ExerciseSource) -> ExerciseFault {
    for line in output.split(separator: "\n") {
      guard let mark = line.firstRange(of: ": error: ") else { continue }
      let (place, message) = (line[..<mark.lowerBound].split(separator: ":"), line[mark.upperBound...])
      guard place.count == 3 else { return .doesNotCompile(source.path, String(message)) }
      return .doesNotCompile(String(place[0]), "line \(place[1]): \(message)")
    }
    return .doesNotCompile(source.path, "the compiler failed")
  }
}
