// The slides of a lesson as a list to choose from.

public enum SlideListPicture {
  /// - Parameters:
  ///   - found: the slides to choose from, as indices.
  ///   - chosen: the place in `found` that Enter takes.
  /// - Returns: as many lines as the window has rows.
  public static func lines(
    of deck: SlideDeck, typed: String, found: [Int], chosen: Int, columns: Int, rows: Int, options: TextOptions
  ) -> [StyledLine] {
    let margin = String(repeating: " ", count: SlideBlocks.edge(columns))
    let room = columns - 2 * margin.count
    let rule = StyledLine(String(repeating: options.oneLine("─"), count: room), PictureStyle.quiet)
    let listRows = max(1, rows - 4)
    let first = min(max(0, chosen - listRows / 2), max(0, found.count - listRows))
    var list = found[first..<min(first + listRows, found.count)].enumerated().map { place, slide in
      let isChosen = first + place == chosen
      let sign = isChosen ? options.oneLine("▸") : " "
      let number = String(slide + 1).padded(to: String(deck.slides.count).count, .right)
      return StyledLine("\(sign) \(number)  ", isChosen ? PictureStyle.name : PictureStyle.quiet)
        + StyledLine(options.oneLine(deck.slides[slide].heading), isChosen ? PictureStyle.name : PictureStyle.plain)
    }
    if list.isEmpty { list = [StyledLine("no slide is called that", PictureStyle.quiet)] }
    let keys = options.ascii ? "Enter goes there - Esc stays" : "Enter goes there · Esc stays"
    var lines = [
      StyledLine("Go to ", PictureStyle.quiet) + StyledLine(options.oneLine(typed) + "_", PictureStyle.name), rule,
    ]
    lines += list + [StyledLine](repeating: StyledLine(), count: max(0, listRows - list.count))
    lines += [rule, StyledLine(keys, PictureStyle.quiet)]
    return lines.prefix(rows).map {
      StyledLine(margin) + $0.truncated(to: room, ellipsis: options.ellipsis)
    }
  }
}
