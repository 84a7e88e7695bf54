// A drawing in a terminal: what its author says it shows.
import StepRecords

public enum DrawingPicture {
  public static func lines(for picture: PictureRecord, name: String, options: TextOptions) -> [StyledLine] {
    var line = PictureLayout.headerName(name, options)
    if !line.spans.isEmpty { line.append("  ") }
    line.append("picture", PictureStyle.quiet)
    let text = picture.alternative.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    line.append("  " + (text.isEmpty ? "without a description" : options.oneLine(text)))
    return line.wrapped(to: options.width, indent: 2).fitted(options)
  }
}
