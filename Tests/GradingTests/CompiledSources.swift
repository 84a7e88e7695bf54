// Tiny Swift sources compiled by the real compiler, for tests that look at compiled files.
import Foundation
import StepExecution
import SystemTools
import Testing

/// A folder with a library, and what is compiled against it; gone with the value.
final class CompiledSources {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
  private let toolchain: Toolchain

  init() throws {
    toolchain = try Toolchain.find()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The bytes of a module's shared library.
  func library(_ source: String, module: String, imports: [String] = []) throws -> [UInt8] {
    let object = try objectFile(source, module: module, imports: imports)
    let library = "\(folder)/lib\(module).so"
    try run(
      toolchain.linker,
      ["-shared", "--eh-frame-hdr", "-o", library, toolchain.registrationObject, object])
    return Array(try Data(contentsOf: URL(fileURLWithPath: library)))
  }

  /// The bytes of a module's object file.
  func object(_ source: String, module: String, imports: [String] = []) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: objectFile(source, module: module, imports: imports))))
  }

  private func objectFile(_ source: String, module: String, imports: [String]) throws -> String {
    let file = "\(folder)/\(module).swift"
    try Data(source.utf8).write(to: URL(fileURLWithPath: file))
    var arguments = [
      "-frontend", "-c", file, "-o", "\(folder)/\(module).o", "-module-name", module, "-parse-as-library", "-O",
      "-emit-module-path", "\(folder)/\(module).swiftmodule", "-I", folder, "-module-cache-path", folder + "/cache",
      "-suppress-warnings",
    ]
    for name in imports { arguments += ["-import-module", name] }
    try run(toolchain.frontend, arguments)
    return "\(folder)/\(module).o"
  }

  private func run(_ tool: String, _ arguments: [String]) throws {
    let result = try ToolProcess.run(tool, arguments, supervisor: nil)
    try #require(result.status == 0, "\(result.output)")
  }
}
