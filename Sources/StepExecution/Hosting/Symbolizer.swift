// Addresses become lines: asks the toolchain's symbolizer about the frames that lie in steps.
import Foundation
import SystemTools

/// Where in a source a frame was.
package struct StepPlace: Equatable, Sendable {
  /// The number of the source's library.
  package var step: Int
  /// From 1, in the source; a column of 0 is unknown.
  package var line: Int
  package var column: Int
  /// What the compiler notes at checks of its own, such as `arithmetic overflow`.
  package var runtimeFailure: String?
}

/// A library whose source is asked for.
package struct TracedLibrary: Sendable {
  var number: Int
  /// The path by which frames name it.
  var loadedPath: String
  /// Where it is for us.
  var path: String
  var sourceName: String

  package init(number: Int, loadedPath: String, path: String, sourceName: String) {
    self.number = number
    self.loadedPath = loadedPath
    self.path = path
    self.sourceName = sourceName
  }

  init(_ step: CompiledStep) {
    self.init(
      number: step.number, loadedPath: step.library, path: step.library, sourceName: "\(step.moduleName).swift")
  }
}

package struct Symbolizer: Sendable {
  let toolchain: Toolchain

  package init(toolchain: Toolchain) { self.toolchain = toolchain }

  /// The innermost frame that lies in the source of one of the libraries.
  package func innermostPlace(of frames: [HostMessage.Frame], in libraries: [TracedLibrary]) -> StepPlace? {
    guard let symbolizer = toolchain.symbolizer else { return nil }
    let ours = frames.prefix(256).compactMap { frame in
      libraries.first { $0.loadedPath == frame.library }.map { (frame: frame, library: $0) }
    }
    guard !ours.isEmpty else { return nil }
    // Endless recursion has frames without number; the innermost few say enough.
    let innermost = Array(ours.prefix(12))
    let exact = places(of: innermost, in: symbolizer, options: [])
    guard let first = exact.firstIndex(where: { $0 != nil }), first == 0 else {
      // Calls of the logger have no line of their own; the statement before them in the library is theirs.
      let near = places(of: innermost, in: symbolizer, options: ["--skip-line-zero"])
      return zip(exact, near).lazy.compactMap { $0 ?? $1 }.first
    }
    return exact[first]
  }

  /// For each frame its place in its library's source, nil where the library does not tell.
  private func places(
    of frames: [(frame: HostMessage.Frame, library: TracedLibrary)], in symbolizer: String, options: [String]
  ) -> [StepPlace?] {
    let arguments = frames.map { "\($0.library.path) 0x\(String($0.frame.address, radix: 16))" }
    let result = try? ToolProcess.run(
      symbolizer, ["--output-style=JSON", "--demangle"] + options + arguments, supervisor: nil)
    let answers = result.flatMap { try? JSONDecoder().decode([Answer].self, from: Data($0.output.utf8)) } ?? []
    guard answers.count == frames.count else { return frames.map { _ in nil } }
    return zip(answers, frames).map { answer, frame in
      let failure = answer.symbols.lazy.compactMap(\.runtimeFailure).first
      // Inlined calls come innermost first.
      return answer.symbols.first { $0.line > 0 && $0.fileName.hasSuffix(frame.library.sourceName) }.map {
        StepPlace(step: frame.library.number, line: $0.line, column: $0.column, runtimeFailure: failure)
      }
    }
  }

  private struct Answer: Decodable {
    var symbols: [Symbol]

    struct Symbol: Decodable {
      var functionName: String
      var fileName: String
      var line: Int
      var column: Int

      var runtimeFailure: String? {
        let opening = "Swift runtime failure: "
        return functionName.hasPrefix(opening) ? String(functionName.dropFirst(opening.count)) : nil
      }

      enum CodingKeys: String, CodingKey {
        case functionName = "FunctionName"
        case fileName = "FileName"
        case line = "Line"
        case column = "Column"
      }
    }

    enum CodingKeys: String, CodingKey { case symbols = "Symbol" }
  }
}
