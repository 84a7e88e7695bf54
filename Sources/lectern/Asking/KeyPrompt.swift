// What a key can do now, in the last row, until one is pressed.
import Foundation
import Rendering

struct KeyPrompt {
  let keys: KeyReader
  let drawing: DrawingOptions

  /// Waits for a key that `choose` makes something of.
  ///
  /// - Parameter offers: what keys do, the most important first; those that do not fit are left out.
  func ask<Choice>(_ offers: [String], _ choose: (Key) -> Choice?) -> Choice {
    draw(offers)
    while true {
      let key = keys.next()
      if key == .resized { draw(offers) }
      if let key, let choice = choose(key) {
        if !drawing.plain { StandardOutput.write("\r\u{1b}[K") }
        return choice
      }
    }
  }

  private func draw(_ offers: [String]) {
    let options = drawing.text()
    guard !drawing.plain else {
      let sentence = StyledLine(offers.joined(separator: ", ") + ".").wrapped(to: options.width)
      return StandardOutput.write(sentence.encoded(options))
    }
    let separator = options.ascii ? " | " : " · "
    var line = StyledLine(offers.first ?? "", StepDrawing.quiet)
    for offer in offers.dropFirst() {
      let longer = line + StyledLine(separator + offer, StepDrawing.quiet)
      if longer.displayWidth < options.width { line = longer }
    }
    StandardOutput.write(
      "\r\u{1b}[K" + line.truncated(to: options.width - 1, ellipsis: options.ellipsis).encoded(options))
  }
}
