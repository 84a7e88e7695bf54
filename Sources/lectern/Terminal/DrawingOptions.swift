// `--color`, `--width`, `--ascii` and `--plain`: the same for every command that draws.
import ArgumentParser
import Foundation
import Rendering

struct DrawingOptions: ParsableArguments {
  enum Color: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  @Option(help: "auto: on a terminal, unless NO_COLOR is set.")
  var color = Color.auto

  @Option(help: "Columns to draw in. (default: the terminal's, or 80)")
  var width: Int?

  @Flag(help: "Draws with the 95 characters of ASCII only, as always on the Linux console.")
  var ascii = false

  @Flag(help: "Says pictures in words, for screen readers: no drawings, no colours, nothing redrawn.")
  var plain = false

  func validate() throws {
    if let width, width < TextOptions.minimumWidth || width > 1000 {
      throw ValidationError(
        "--width \(width) is out of range: pictures need \(TextOptions.minimumWidth) to 1000 columns")
    }
  }

  /// How to draw on standard output.
  func text(
    environment: [String: String] = ProcessInfo.processInfo.environment, isTerminal: Bool = StandardOutput.isTerminal
  ) -> TextOptions {
    let columns =
      width ?? (isTerminal ? Terminal.size?.columns : nil) ?? environment["COLUMNS"].flatMap { Int($0) } ?? 80
    // The fonts of the Linux console have no dots for curves.
    return TextOptions(
      width: columns, color: plain ? .none : depth(environment, isTerminal: isTerminal),
      ascii: ascii || environment["TERM"] == "linux", plain: plain)
  }

  private func depth(_ environment: [String: String], isTerminal: Bool) -> ColorDepth {
    let terminal = environment["TERM"] ?? ""
    switch color {
    case .never: return .none
    case .auto where !isTerminal || !(environment["NO_COLOR"] ?? "").isEmpty || terminal == "dumb": return .none
    case .auto, .always:
      let isRich = terminal.contains("256color") || !(environment["COLORTERM"] ?? "").isEmpty || !isTerminal
      return isRich ? .twoHundredFiftySix : .sixteen
    }
  }
}
