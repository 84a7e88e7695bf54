// What the compiler made of a step.
import Foundation
import LessonDocuments

/// A step's library and module, in a folder of the cache.
public struct CompiledStep: Sendable {
  public let number: Int
  public let moduleName: String
  public let entryPoint: String
  /// The cache folder of this step: `library`, the module, the source as compiled.
  let folder: String
  /// What the step declares at top level, for the steps below.
  let declaredNames: [DeclaredName]
  /// The modules that it imports, which the steps below import too.
  let importedModules: [String]
  /// False when the compiler could build it only without the logging calls.
  public let showsIntermediates: Bool
  public let wasCached: Bool
  public let compileSeconds: Double
  public let linkSeconds: Double
  /// How much of its values is logged.
  let trace: Step.Trace
  /// What the step's process is told about it.
  let configuration: String

  var library: String { "\(folder)/lib\(moduleName).so" }

  /// False when somebody has cleared the cache since.
  var isThere: Bool {
    access(library, F_OK) == 0 && access("\(folder)/\(moduleName).swiftmodule", F_OK) == 0
  }
}

/// A step that did not compile.
public struct CompileFailure: Error, Sendable {
  /// At least one; errors only, in the order the compiler gave them, with their notes.
  public var diagnostics: [Diagnostic]
  public var compileSeconds: Double
}

/// What becomes of a step before it can run.
public enum Compilation: Sendable {
  case compiled(CompiledStep)
  case failed(CompileFailure)
}
