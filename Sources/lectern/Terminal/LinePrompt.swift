// One line of text from the reader, below what is on the screen.
import Foundation
import Rendering

struct LinePrompt {
  enum Answer: Equatable {
    case text(String)
    /// Escape.
    case cancelled
    /// Ctrl-C.
    case interrupted
    /// Ctrl-D, or the terminal is gone.
    case end
  }

  let keys: KeyReader
  let drawing: DrawingOptions

  /// Waits for a line. When it returns the cursor stands at the beginning of an empty row, and what was typed is gone.
  func ask(_ prompt: String) -> Answer {
    var text = ""
    while true {
      let options = drawing.text()
      let line = StyledLine(prompt, TextStyle(bold: true)) + StyledLine(text)
      StandardOutput.write("\r\u{1b}[K" + line.truncated(to: options.width - 1, ellipsis: "").encoded(options))
      let key = keys.next()
      switch key {
      case .character(let character): text.append(character)
      case .pasted(let pasted): text += pasted.prefix { $0 != "\n" }
      case .backspace: if !text.isEmpty { text.removeLast() }
      case .enter, .escape, .interrupt, .endOfInput:
        StandardOutput.write("\r\u{1b}[K")
        switch key {
        case .enter: return .text(text)
        case .escape: return .cancelled
        case .interrupt: return .interrupted
        default: return .end
        }
      default: continue
      }
    }
  }
}
