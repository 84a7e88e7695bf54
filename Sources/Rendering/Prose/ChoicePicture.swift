// Choices under letters, for a question or a guess.

public enum ChoicePicture {
  public static func lines(for choices: [String], options: TextOptions) -> [StyledLine] {
    choices.enumerated().flatMap { index, choice in
      let letter = QuizPicture.letter(index)
      let mark = StyledLine(options.plain ? "\(letter). " : "  \(letter)) ", PictureStyle.quiet)
      return item(mark, choice, PictureStyle.plain, options: options)
    }
  }

  /// Text behind a mark.
  ///
  /// - Parameter indent: where the later lines begin; nil: below the beginning of the text. They begin nearly at the edge
  ///   where the rest of the width would be narrow.
  static func item(
    _ mark: StyledLine, _ text: String, _ style: TextStyle, indent: Int? = nil, options: TextOptions
  ) -> [StyledLine] {
    let width = min(options.width, ProsePicture.maximumTextWidth)
    let columns = indent ?? mark.displayWidth
    let room = options.plain ? 0 : columns * 3 > width ? 2 : columns
    let lines = InlinePicture(QuizText.inlines(text), style: style, options: options).lines
    return lines.enumerated().flatMap { index, line in
      ((index == 0 ? mark : StyledLine(String(repeating: " ", count: room))) + line).wrapped(to: width, indent: room)
    }.fitted(options)
  }
}
