// `lectern doctor`: what is there, and what mends what is not.
import ArgumentParser
import Foundation
import Grading
import LessonDocuments
import Rendering
import StepExecution
import SystemTools

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Checks toolchain, libraries, cache and sandbox; says what mends what is missing.")

  @Option(help: "text or json.")
  var format = ListFormat.text

  @Flag(help: "Removes all compiled steps from the cache first.")
  var clearCache = false

  @OptionGroup var drawing: DrawingOptions

  func run() throws {
    if clearCache { try clear() }
    let checks = Doctor.examine()
    switch format {
    case .json:
      StandardOutput.write(try ListFormat.line(["checks": checks]))
    case .text:
      StandardOutput.write(Self.lines(checks, drawing.text()).encoded(drawing.text()))
    }
    if checks.contains(where: { $0.status == .missing }) { throw MachineLacks() }
  }

  private func clear() throws {
    let cache = try StepCache()
    let usage = cache.usage()
    guard cache.clear() else {
      throw UsageFailure("another lectern is using \(cache.folder). End it, then: lectern doctor --clear-cache")
    }
    StandardError.write(
      "removed \(usage.entries) compiled step\(usage.entries == 1 ? "" : "s") (\(ByteCount.text(usage.bytes))) from \(cache.folder)\n"
    )
  }

  private static func lines(_ checks: [Doctor.Check], _ options: TextOptions) -> [StyledLine] {
    checks.flatMap { check -> [StyledLine] in
      let (mark, style): (String, TextStyle) =
        switch check.status {
        case .ok: (options.ascii ? "ok     " : "✓ ", TextStyle(foreground: TextColor(0, 158, 115), bold: true))
        case .missing: (options.ascii ? "MISSING" : "✗ ", TextStyle(foreground: TextColor(213, 94, 0), bold: true))
        case .advice: (options.ascii ? "advice " : "! ", TextStyle(foreground: TextColor(230, 159, 0), bold: true))
        }
      let line = StyledLine([
        StyledSpan(mark, style), StyledSpan(options.ascii ? " " : ""),
        StyledSpan(check.name.padding(toLength: 20, withPad: " ", startingAt: 0), TextStyle(bold: true)),
        StyledSpan(" " + check.detail),
      ])
      let indent = options.ascii ? 29 : 23
      var lines = line.wrapped(to: options.width, indent: min(indent, options.width / 3))
      if let remedy = check.remedy {
        lines += StyledLine(
          String(repeating: " ", count: min(indent, options.width / 3)) + remedy, TextStyle(bold: true)
        )
        .wrapped(to: options.width, indent: min(indent, options.width / 3))
      }
      return lines
    }
  }
}

/// Status 3, after everything has been said.
struct MachineLacks: LecternFailure {
  let status = ExitStatus.environment
  let message = "something that Lectern needs is missing; the lines marked above say what mends it"
}

/// The examination itself.
enum Doctor {
  struct Check: Encodable {
    enum Status: String, Encodable { case ok, missing, advice }
    var name: String
    var status: Status
    var detail: String
    /// A command or an action.
    var remedy: String?
  }

  static func examine() -> [Check] {
    var checks: [Check] = []
    let toolchain = Result { try Toolchain.find() }
    checks.append(
      check("Swift compiler", toolchain.map(\.frontend), remedy: "install Swift from https://www.swift.org/install"))
    if case .success(let toolchain) = toolchain {
      checks.append(Check(name: "linker", status: .ok, detail: toolchain.linker))
      checks.append(
        toolchain.symbolizer.map { Check(name: "symbolizer", status: .ok, detail: $0) }
          ?? Check(
            name: "symbolizer", status: .advice, detail: "not found: a trap is reported without its line",
            remedy: "sudo apt-get install llvm"))
    }
    let library = Result { try LibraryBuild.beside() }
    checks.append(check("transformer library", library.map(\.library), remedy: "swift build -c release"))
    let cache = Result { try StepCache() }
    checks.append(
      check("cache", cache.map(describe), remedy: "set LECTERN_CACHE to a folder that can be written"))
    if case .success(let toolchain) = toolchain, case .success(let library) = library, case .success(let cache) = cache
    {
      let environment = StepEnvironment(toolchain: toolchain, library: library, cache: cache)
      let trial = Result { try StepTrial.run(in: environment) }
      checks.append(check("a step runs", trial, remedy: "swift build -c release"))
      checks.append(sandbox(environment))
    }
    checks.append(pdfReading())
    checks.append(course())
    return checks
  }

  private static func describe(_ cache: StepCache) -> String {
    let usage = cache.usage()
    return "\(cache.folder): \(usage.entries) compiled steps, \(ByteCount.text(usage.bytes)) of at most "
      + "\(ByteCount.text(cache.limit)); lectern doctor --clear-cache empties it"
  }

  private static func check(_ name: String, _ result: Result<String, any Error>, remedy: String) -> Check {
    switch result {
    case .success(let detail): Check(name: name, status: .ok, detail: detail)
    case .failure(let error): Check(name: name, status: .missing, detail: "\(error)", remedy: remedy)
    }
  }

  private static func sandbox(_ environment: StepEnvironment) -> Check {
    do {
      return Check(name: "sandbox", status: .ok, detail: try BoxTrial.run(in: environment))
    } catch {
      let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
      return Check(
        name: "sandbox", status: .advice, detail: "lessons run, exercises are not graded: \(error)",
        remedy: Toolchain.executable("bwrap", on: path) == nil
          ? "sudo apt-get install bubblewrap" : "sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0")
    }
  }

  private static func pdfReading() -> Check {
    ToolProcess.path(of: "pdftotext").map { Check(name: "pdftotext", status: .ok, detail: $0) }
      ?? Check(
        name: "pdftotext", status: .advice, detail: "not found: documents in PDF are not read",
        remedy: "sudo apt-get install poppler-utils")
  }

  private static func course() -> Check {
    do {
      let course = try Course.containing(FileManager.default.currentDirectoryPath)
      return Check(name: "course", status: .ok, detail: "\(course.root): \(course.lessons.count) lessons")
    } catch {
      return Check(name: "course", status: .advice, detail: "\(error)")
    }
  }
}

enum ByteCount {
  static func text(_ bytes: Int) -> String {
    bytes < 1 << 20 ? "\((bytes + 1023) >> 10) KB" : "\((bytes + (1 << 19)) >> 20) MB"
  }
}
