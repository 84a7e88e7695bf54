// One row at the bottom of what has been written, and a key for an answer.
import Foundation
import Rendering

struct OfferPrompt {
  let keys: KeyReader
  let drawing: DrawingOptions

  /// Shows the offers and waits until a key means something; then the row is empty again.
  ///
  /// - Parameters:
  ///   - question: stands above the offers, and stays; may be empty.
  ///   - answer: must answer `interrupt` and `endOfInput`.
  func ask<Answer>(_ question: String, _ offers: [KeyOffer], _ answer: (Key) -> Answer?) -> Answer {
    let options = drawing.text()
    if !question.isEmpty { write(StyledLine(options.oneLine(question)).wrapped(to: options.width)) }
    draw(offers)
    while true {
      guard let key = keys.next() else { continue }
      if key == .resized {
        draw(offers)
      } else if let answer = answer(key) {
        StandardOutput.write((options.plain ? "" : "\r\u{1b}[J") + (question.isEmpty ? "" : "\n"))
        return answer
      }
    }
  }

  /// The cursor waits at the beginning of the row: there it stays when a window that becomes narrower breaks the row in
  /// two, and everything from there on is ours to clear.
  private func draw(_ offers: [KeyOffer]) {
    let options = drawing.text()
    if options.plain { return write(StyledLine(offers.sentence()).wrapped(to: options.width)) }
    StandardOutput.write("\r\u{1b}[J" + offers.line(options).encoded(options) + "\r")
  }

  private func write(_ lines: [StyledLine]) { StandardOutput.write(lines.encoded(drawing.text())) }
}
