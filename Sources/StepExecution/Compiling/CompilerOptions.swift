// How the code of learners is compiled, in steps and in exercises alike.

package enum CompilerOptions {
  /// For the compiler's frontend: as fast as the library, with line numbers, and with the sentences of the standard
  /// library when it stops a program.
  package static func forLearners(library: LibraryBuild, moduleCache: String) -> [String] {
    [
      "-O", "-gline-tables-only",
      // This pass removes loops that do nothing, also those that never end: a learner's must hang, and be told so.
      "-Xllvm", "-sil-disable-pass=dce",
      // Keeps the sentences of failed preconditions, which `-O` alone drops.
      "-assert-config", "Debug",
      "-swift-version", "5", "-enable-testing", "-suppress-warnings", "-diagnostic-style", "llvm",
      "-module-cache-path", moduleCache, "-I", library.modules,
    ]
  }
}
