// What a submission may not use: library symbols that its exercise withholds, and a few C functions that no exercise
// needs and that reach past the linker. Read from the compiled library, so that no way of writing it helps.

struct Withholding: Sendable {
  /// The symbols that the course's library offers. Only these are ever demangled: a few hundred bytes that a submission
  /// makes up stand for more text than any memory holds.
  private let offered: Set<String>

  /// - Parameter library: the bytes of the library that submissions are linked to.
  init(library: [UInt8]) throws(ELFError) {
    offered = Set(try ELFSymbols(library).exported)
  }

  /// A sentence for each thing that a compiled submission uses and may not.
  ///
  /// - Parameters:
  ///   - patterns: `Tensor.softmax` is every function, initialiser or property of that name; `Tensor.softmax(axis:)` the
  ///     one with these labels; `GPT` the type and all that is its; `Tokenizers` a whole module.
  ///   - submission: the bytes of a shared library or an object file.
  func uses(of patterns: [String], in submission: [UInt8]) -> [String] {
    let symbols: [String]
    do {
      symbols = try ELFSymbols(submission).undefined
    } catch {
      return ["what the compiler made of the submission cannot be read, so it cannot be seen what it uses"]
    }
    let patterns = patterns.map(WithheldPattern.init)
    var sentences: [String] = []
    for symbol in symbols {
      guard let sentence = sentence(for: symbol, patterns), !sentences.contains(sentence) else { continue }
      sentences.append(sentence)
    }
    return sentences
  }

  /// Those patterns that mean nothing the library offers: most likely misspelt.
  func unknown(among patterns: [String]) -> [String] {
    let names = offered.compactMap(Self.swiftName)
    return patterns.filter { text in
      let pattern = WithheldPattern(text)
      return !names.contains(where: pattern.matches)
    }
  }

  private func sentence(for symbol: String, _ patterns: [WithheldPattern]) -> String? {
    if let name = Self.alwaysWithheld(symbol) { return "the submission calls \(name), which no submission may use" }
    guard offered.contains(symbol) else { return nil }
    guard let name = Self.swiftName(symbol) else {
      return "the submission calls \(symbol), which is the library's own and no submission may use"
    }
    guard let pattern = patterns.first(where: { $0.matches(name) }) else { return nil }
    return "the submission uses \(pattern.text), which this exercise withholds: write it yourself"
  }

  /// How a symbol is called in Swift; nil of a C function.
  private static func swiftName(_ symbol: String) -> String? {
    symbol.hasPrefix("$s") ? SwiftSymbol(symbol).demangled : nil
  }

  // MARK: Always

  /// The function's name, if no submission may call it.
  private static func alwaysWithheld(_ symbol: String) -> String? {
    if symbol == "$ss11_typeByNameyypXpSgSSF" { return "_typeByName" }
    return functions.contains(symbol) || prefixes.contains { symbol.hasPrefix($0) } ? symbol : nil
  }

  /// They find functions and types by name, start programs, or change what is code. Whatever they do they do in the box,
  /// but what they find is not among the symbols.
  private static let functions: Set<String> = [
    "dlsym", "dlopen", "dlmopen", "dlvsym", "dl_iterate_phdr", "dladdr", "dladdr1", "dlinfo", "__libc_dlsym",
    "__libc_dlopen_mode", "system", "popen", "fexecve", "ptrace", "mprotect", "pkey_mprotect", "syscall",
  ]
  private static let prefixes = ["exec", "posix_spawn", "process_vm_", "_dl_"]
}
