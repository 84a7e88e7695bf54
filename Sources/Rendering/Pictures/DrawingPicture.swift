// A drawing in a terminal: what its author says it shows.
import StepRecords

public enum DrawingPicture {
  public static func lines(for picture: PictureRecord, name: String, options: TextOptions) -> [StyledLine] {
    var line = PictureLayout.headerName(name, options)
    if !line.spans.isEmpty { line.append("  ") }
    line.append("picture", PictureStyle.quiet)
    line.append("  " + words(of: picture, options))
    return line.wrapped(to: options.width, indent: 2).fitted(options)
  }

  static func words(of picture: PictureRecord, _ options: TextOptions) -> String {
    let text = PictureLayout.closedUp(picture.alternative, options)
    return text.isEmpty ? "without a description" : text
  }
}
