// Whether an exported program compiles: steps are modules of their own, and few things of theirs do not fit into one.
import StepExecution
import SystemTools

struct ProgramCheck {
  /// A sentence with the compiler's first complaint; nil if it compiles, or stands in no file.
  let problem: String?

  init(file: ExportFile, _ environment: StepEnvironment) throws {
    guard let path = file.path else {
      problem = nil
      return
    }
    let arguments = [
      "-frontend", "-typecheck", path, "-module-name", "main", "-swift-version", "5", "-suppress-warnings",
      "-diagnostic-style", "llvm", "-module-cache-path", environment.cache.moduleFolder, "-I",
      environment.library.modules,
    ]
    let result = try ToolProcess.run(
      environment.toolchain.frontend, arguments, supervisor: environment.library.host)
    guard result.status != 0 else {
      problem = nil
      return
    }
    let complaint = result.output.split(separator: "\n").first { $0.contains("error: ") }.map(String.init) ?? file.name
    problem =
      "as one program the lesson does not compile: \(complaint.harmless)\n"
      + "A step is a module of its own, and what the compiler names here depends on that. Edit the file there"
  }
}
