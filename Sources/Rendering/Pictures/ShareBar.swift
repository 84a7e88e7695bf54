// How much of something is done, as a bar in a trough: of a computation, of a chapter.

package enum ShareBar {
  /// - Parameters:
  ///   - share: 0 to 1.
  ///   - width: columns, at least 3.
  package static func line(_ share: Double, width: Int, _ options: TextOptions) -> StyledLine {
    if options.ascii {
      let filled = Bar.text(share, width: width - 2, options)
      return StyledLine("[" + filled.padded(to: width - 2).replacing(" ", with: ".") + "]")
    }
    let filled = Bar.text(share, width: width, options)
    return StyledLine(filled, PictureStyle.accent)
      + StyledLine(String(repeating: "░", count: width - filled.count), PictureStyle.quiet)
  }
}
