// Addresses become lines: asks the toolchain's symbolizer about the frames that lie in steps.
import Foundation

/// Where in a step's source a frame was.
struct StepPlace: Equatable, Sendable {
  var step: Int
  /// From 1, in the step's own source; a column of 0 is unknown.
  var line: Int
  var column: Int
  /// What the compiler notes at checks of its own, such as `arithmetic overflow`.
  var runtimeFailure: String?
}

struct Symbolizer: Sendable {
  let toolchain: Toolchain

  /// The innermost frame that lies in the source of one of the steps.
  func innermostPlace(of frames: [HostMessage.Frame], in steps: [CompiledStep]) -> StepPlace? {
    guard let symbolizer = toolchain.symbolizer else { return nil }
    let ours = frames.prefix(256).compactMap { frame in
      steps.first { $0.library == frame.library }.map { (frame: frame, step: $0) }
    }
    guard !ours.isEmpty else { return nil }
    // Endless recursion has frames without number; the innermost few say enough.
    let arguments = ours.prefix(12).map { "\($0.frame.library) 0x\(String($0.frame.address, radix: 16))" }
    guard
      let result = try? ToolProcess.run(
        symbolizer, ["--output-style=JSON", "--demangle"] + arguments, supervisor: nil)
    else { return nil }
    let answers = (try? JSONDecoder().decode([Answer].self, from: Data(result.output.utf8))) ?? []
    for (answer, frame) in zip(answers, ours) {
      let failure = answer.symbols.lazy.compactMap(\.runtimeFailure).first
      // Inlined calls come innermost first.
      for symbol in answer.symbols where symbol.line > 0 && symbol.fileName.hasSuffix("\(frame.step.moduleName).swift") {
        return StepPlace(step: frame.step.number, line: symbol.line, column: symbol.column, runtimeFailure: failure)
      }
    }
    return nil
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
