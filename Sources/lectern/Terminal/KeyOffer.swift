// The line that says which keys do what, as much of it as fits.
import Rendering

struct KeyOffer: Equatable {
  var key: String
  var does: String
  /// Instead of `does` where room is scarce.
  var short = ""
  /// What has a higher one goes first when room is scarce.
  var rank: Int

  fileprivate var line: StyledLine {
    StyledLine(key, TextStyle(bold: true)) + StyledLine(does.isEmpty ? "" : " " + does, StepDrawing.quiet)
  }
}

extension [KeyOffer] {
  /// Offers that are all said where nothing is drawn: `Enter goes on`, `a to c: your answer`.
  init(_ texts: [String]) {
    self = texts.enumerated().map { place, text in
      let end = text.firstRange(of: ": ").map { text.index(after: $0.lowerBound) } ?? text.firstIndex(of: " ")
      guard let end else { return KeyOffer(key: text, does: "", rank: 0) }
      return KeyOffer(key: String(text[..<end]), does: String(text[end...].dropFirst()), rank: Swift.min(place, 1))
    }
  }

  /// One row, at most `options.width - 1` columns: a terminal may break a row that is full.
  func line(_ options: TextOptions) -> StyledLine {
    let room = options.width - 1
    var offers = self
    while true {
      let line = joined(offers, options)
      if line.displayWidth <= room { return line }
      if offers.count > (offers.allSatisfy(\.short.isEmpty) ? 1 : 2),
        let least = offers.indices.max(by: { offers[$0].rank < offers[$1].rank })
      {
        offers.remove(at: least)
      } else if let long = offers.firstIndex(where: { !$0.does.isEmpty }) {
        offers[long].does = offers[long].does == offers[long].short ? "" : offers[long].short
      } else {
        return line.truncated(to: room, ellipsis: options.ellipsis)
      }
    }
  }

  /// For those who listen: the important ones, and that there are more.
  func sentence() -> String {
    let said = filter { $0.rank <= 1 }
    let sentences = said.enumerated().map { place, offer in
      "\(offer.key)\(place == 0 || offer.key.hasSuffix(":") ? "" : ":") \(offer.does)."
    }
    return (sentences + (said.count < count ? ["? says all keys."] : [])).joined(separator: " ")
  }

  private func joined(_ offers: [KeyOffer], _ options: TextOptions) -> StyledLine {
    let separator = StyledLine(options.ascii ? " | " : " · ", StepDrawing.quiet)
    return offers.enumerated().reduce(StyledLine()) { line, offer in
      let shown =
        options.ascii
        ? KeyOffer(
          key: offer.element.key, does: offer.element.does.transliterated(), rank: 0
        ).line : offer.element.line
      return offer.offset == 0 ? shown : line + separator + shown
    }
  }
}
