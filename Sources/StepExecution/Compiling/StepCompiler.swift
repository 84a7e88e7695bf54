// A step's source becomes a library: the compiler's frontend, then the linker, both without a driver in front.
import Foundation
import LessonDocuments
import SwiftTokens
import SystemTools

public struct StepCompiler: Sendable {
  public let toolchain: Toolchain
  public let library: LibraryBuild
  public let cache: StepCache
  /// False compiles anew what the cache holds.
  public var usesCache = true

  public init(toolchain: Toolchain, library: LibraryBuild, cache: StepCache, usesCache: Bool = true) {
    self.toolchain = toolchain
    self.library = library
    self.cache = cache
    self.usesCache = usesCache
  }

  /// Compiles a step that stands below `above`.
  ///
  /// - Throws: `EnvironmentError` when the fault is not the step's; `CancellationError` when cancelled.
  public func compile(
    _ step: Step, trace: Step.Trace, below above: [CompiledStep], cancellation: Cancellation? = nil
  ) throws -> Compilation {
    let outline = SourceOutline(of: step.source.text)
    if let place = outline.topLevelAwait {
      return .failed(awaitFailure(step, line: place.line, column: place.column))
    }
    let unit = Unit(step: step, trace: trace, above: above, outline: outline, compiler: self)
    if usesCache, let folder = cache.entry(for: unit.key) {
      return .compiled(try read(unit, folder: folder, outline: outline, cached: true, seconds: (0, 0)))
    }
    var seconds = (compile: 0.0, link: 0.0)
    var failure: CompileFailure?
    let fill = { (folder: String) throws in
      // An instrumented build may fail where a plainer one does not; what the plainest says counts.
      var result: ToolProcess.Result?
      for form in unit.forms {
        try Data(unit.text(form).utf8).write(to: URL(fileURLWithPath: "\(folder)/\(unit.fileName)"))
        try Data(unit.source(form).utf8).write(to: URL(fileURLWithPath: folder + "/source.swift"))
        let attempt = try runFrontend(unit, in: folder, instrumented: form != .plain, cancellation)
        seconds.compile += attempt.seconds
        result = attempt
        guard attempt.status == 0 else { continue }
        if form == .plain, trace != .off { try Data().write(to: URL(fileURLWithPath: folder + "/plain")) }
        break
      }
      if let result, result.status != 0 {
        failure = CompileFailure(
          diagnostics: try diagnostics(of: result, unit), compileSeconds: seconds.compile)
        throw Rejected()
      }
      seconds.link = try link(unit, in: folder, modules: outline.importsModules, cancellation)
    }
    do {
      let folder = try cache.add(unit.key, fill: fill)
      return .compiled(try read(unit, folder: folder, outline: outline, cached: false, seconds: seconds))
    } catch is Rejected {
      return .failed(failure ?? CompileFailure(diagnostics: [], compileSeconds: seconds.compile))
    }
  }

  /// A step below `above` as the cache holds it; nil if it would have to be compiled.
  public func cached(_ step: Step, trace: Step.Trace, below above: [CompiledStep]) -> CompiledStep? {
    let outline = SourceOutline(of: step.source.text)
    let unit = Unit(step: step, trace: trace, above: above, outline: outline, compiler: self)
    guard usesCache, let folder = cache.entry(for: unit.key) else { return nil }
    return try? read(unit, folder: folder, outline: outline, cached: true, seconds: (0, 0))
  }

  private struct Rejected: Error {}

  // MARK: The unit

  /// One compilation: what goes in, and the key that names what comes out.
  private struct Unit {
    let step: Step
    let moduleName: String
    let above: [CompiledStep]
    let trace: Step.Trace
    let outline: SourceOutline
    let key: String

    /// How a step is given to the compiler, the richest form first.
    enum Form {
      /// Logs what tuples bind, too: the compiler's own logging passes over them.
      case looksAtTuples
      case logged
      case plain
    }

    var fileName: String { "\(moduleName).swift" }

    var forms: [Form] {
      if trace == .off { return [.plain] }
      return outline.tupleBindings.isEmpty ? [.logged, .plain] : [.looksAtTuples, .logged, .plain]
    }

    init(step: Step, trace: Step.Trace, above: [CompiledStep], outline: SourceOutline, compiler: StepCompiler) {
      self.step = step
      self.above = above
      self.trace = trace
      self.outline = outline
      let moduleName = "Step_\(step.number)"
      self.moduleName = moduleName
      key =
        ([
          "format 5", compiler.toolchain.identity, compiler.library.identity, moduleName,
          trace == .off ? "plain" : "logged",
        ] + above.map(\.folder) + StepImports.lines(below: above) + [step.source.text]).joined(separator: "\n")
    }

    /// Positions count from the step's first line and are mapped to the lesson later, so that prose above a step can
    /// change without compiling it again.
    func text(_ form: Form) -> String {
      StepImports.lines(below: above).joined(separator: "\n")
        // The compiler looks for this name, and hands its value to every logging call of the module.
        + "\nlet __builtin_pg_module_\(moduleName) = \(step.number)"
        + "\n#sourceLocation(file: \"\(moduleName).swift\", line: 1)\n" + source(form)
        // Of an expression at the very end of a file the compiler does not know where it ends.
        + "\n"
    }

    /// The step itself; with a look at each name behind a `let (a, b) = …`, which moves nothing to another line.
    func source(_ form: Form) -> String {
      guard form == .looksAtTuples else { return step.source.text }
      var bytes = Array(step.source.text.utf8)
      for binding in outline.tupleBindings.reversed() {
        bytes.insert(contentsOf: binding.names.map { "; " + $0 }.joined().utf8, at: binding.end)
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  // MARK: Tools

  private func runFrontend(
    _ unit: Unit, in folder: String, instrumented: Bool, _ cancellation: Cancellation?
  ) throws -> ToolProcess.Result {
    var arguments = [
      "-frontend", "-c", "\(folder)/\(unit.fileName)", "-o", folder + "/step.o",
      "-module-name", unit.moduleName, "-emit-module-path", "\(folder)/\(unit.moduleName).swiftmodule",
      "-entry-point-function-name", "\(unit.moduleName)_main",
      "-emit-symbol-graph", "-emit-symbol-graph-dir", folder, "-symbol-graph-minimum-access-level", "internal",
    ]
    arguments += CompilerOptions.forLearners(library: library, moduleCache: cache.moduleFolder)
    for step in unit.above { arguments += ["-I", step.folder] }
    if instrumented {
      // Logging parameters would let closures escape that must not, and scopes are not shown.
      arguments += [
        "-playground", "-playground-option", "NoFunctionParameters", "-playground-option", "NoScopeEvents",
      ]
    }
    let result = try ToolProcess.run(
      toolchain.frontend, arguments, supervisor: library.host, cancellation: cancellation)
    if result.status == 130 { throw CancellationError() }
    return result
  }

  /// Links the step's library; returns the seconds it took.
  private func link(
    _ unit: Unit, in folder: String, modules: [String], _ cancellation: Cancellation?
  ) throws -> Double {
    var arguments = [
      "-shared", "--eh-frame-hdr", "-o", "\(folder)/lib\(unit.moduleName).so", toolchain.registrationObject,
      folder + "/step.o",
    ]
    var seconds = 0.0
    if !modules.isEmpty {
      // The libraries of modules that the step imports itself; everything else is loaded before any step.
      let list = folder + "/autolink"
      let extraction = try ToolProcess.run(
        toolchain.autolinkExtractor, [folder + "/step.o", "-o", list], supervisor: library.host)
      seconds += extraction.seconds
      if extraction.status == 0 { arguments += ["-L", toolchain.runtimeFolder] + runtimeLibraries(in: list) }
    }
    let result = try ToolProcess.run(
      toolchain.linker, arguments, supervisor: library.host, cancellation: cancellation)
    if result.status == 130 { throw CancellationError() }
    guard result.status == 0 else {
      if let reason = Self.writeFailure(in: result.output) {
        throw EnvironmentError(.cannotWriteCache(folder: cache.folder, reason: reason))
      }
      throw EnvironmentError(.cannotStart(program: toolchain.linker, reason: result.output))
    }
    unlink(folder + "/step.o")
    return seconds + result.seconds
  }

  /// Those of an autolink file's libraries that come with the toolchain; the system's are loaded in every process.
  private func runtimeLibraries(in autolinkFile: String) -> [String] {
    let text = (try? String(contentsOfFile: autolinkFile, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init).filter { argument in
      argument.hasPrefix("-l") && access("\(toolchain.runtimeFolder)/lib\(argument.dropFirst(2)).so", F_OK) == 0
    }
  }

  /// "No space left on device" and the like, when that is why a tool failed.
  private static func writeFailure(in output: String) -> String? {
    ["No space left on device", "Read-only file system", "Disk quota exceeded"].first { output.contains($0) }
  }

  // MARK: Results

  private func read(
    _ unit: Unit, folder: String, outline: SourceOutline, cached: Bool, seconds: (compile: Double, link: Double)
  ) throws -> CompiledStep {
    let names =
      (try? DeclaredName.read(
        symbolGraph: "\(folder)/\(unit.moduleName).symbols.json", module: unit.moduleName)) ?? []
    return CompiledStep(
      number: unit.step.number, moduleName: unit.moduleName, entryPoint: "\(unit.moduleName)_main", folder: folder,
      declaredNames: names, importedModules: outline.importsModules,
      showsIntermediates: unit.trace == .off || access(folder + "/plain", F_OK) != 0,
      wasCached: cached, compileSeconds: seconds.compile, linkSeconds: seconds.link, trace: unit.trace,
      configuration: StepLogConfiguration(trace: unit.trace, outline: outline, source: folder + "/source.swift").text)
  }

  private func diagnostics(of result: ToolProcess.Result, _ unit: Unit) throws -> [Diagnostic] {
    if let reason = Self.writeFailure(in: result.output) {
      throw EnvironmentError(.cannotWriteCache(folder: cache.folder, reason: reason))
    }
    let errors = DiagnosticReader.errors(
      in: result.output, compiledFile: unit.fileName, source: unit.step.source)
    if let stale = errors.first(where: { $0.position == nil && $0.message.contains("compiled with") }) {
      throw EnvironmentError(.libraryOutOfDate(stale.message))
    }
    if !errors.isEmpty { return errors.map { explained($0, above: unit.above) } }
    let crash =
      result.status > 128 ? "the compiler itself crashed on this step" : "the compiler failed without saying why"
    return [
      Diagnostic(
        file: unit.step.source.file, position: unit.step.source.position(line: 1, column: 1),
        message: crash + ". Try to write it in another way, a part at a time",
        notes: result.output.split(separator: "\n").prefix(3).map(String.init))
    ]
  }

  /// `let x = x + 1` below another `x`: the compiler means the new one in both places, and says only "circular reference".
  private func explained(_ diagnostic: Diagnostic, above: [CompiledStep]) -> Diagnostic {
    guard diagnostic.message == "circular reference", let last = above.last else { return diagnostic }
    var explained = diagnostic
    explained.message = "circular reference: a name that is declared here stands in its own value"
    explained.notes = [
      "give the new one another name, or write the older one with its step: \(last.moduleName).name"
    ]
    return explained
  }

  private func awaitFailure(_ step: Step, line: Int, column: Int) -> CompileFailure {
    CompileFailure(
      diagnostics: [
        Diagnostic(
          file: step.source.file, position: step.source.position(line: line, column: column),
          message: "'await' cannot stand at the top level of a step: the state after a step lives on as a fork of its "
            + "process, and the threads of Swift concurrency do not survive a fork. Call a synchronous function instead"
        )
      ], compileSeconds: 0)
  }
}

/// What the step's process is told: which values to log and how; see `StepConfiguration` in StepSupport.
struct StepLogConfiguration {
  let text: String

  init(trace: Step.Trace, outline: SourceOutline, source: String) {
    let ranges = { (list: [Range<Int>]) in
      list.map { range in
        let start = outline.position(of: range.lowerBound)
        let end = outline.position(of: max(range.lowerBound, range.upperBound - 1))
        return "\(start.line):\(start.column)-\(end.line):\(end.column)"
      }.joined(separator: ",")
    }
    text =
      "trace=\(trace.rawValue) nested=\(ranges(outline.braceBlocks)) muted=\(ranges(outline.functionBodies)) "
      + "source=\(source)"
  }
}
