// A value on one line: `name: Type = text`; long and many-lined texts below it.
import StepRecords

public enum ValuePicture {
  /// More lines than this are cut, and the cut says how many there were.
  static let maximumLines = 16

  public static func lines(for value: ValueRecord, name: String, options: TextOptions) -> [StyledLine] {
    lines(for: value, name: name, most: maximumLines, options: options)
  }

  /// - Parameter most: lines before the rest is cut.
  static func lines(for value: ValueRecord, name: String, most: Int, options: TextOptions) -> [StyledLine] {
    var head = PictureLayout.headerName(name, options)
    let type = options.oneLine(value.type).truncated(to: max(options.width / 3, 8), ellipsis: options.ellipsis)
    if !head.spans.isEmpty && !type.isEmpty { head.append(": ", PictureStyle.quiet) }
    head.append(type, PictureStyle.quiet)
    if !head.spans.isEmpty { head.append(" =", PictureStyle.quiet) }

    let texts = options.lines(of: value.text)
    if texts.count == 1, head.displayWidth + 1 + texts[0].displayWidth <= options.width {
      head.append((head.spans.isEmpty ? "" : " ") + texts[0])
      return [head].fitted(options)
    }
    var body = texts.flatMap { StyledLine($0).wrapped(to: options.width - 2, indent: 2) }
    if body.count > most {
      let hidden = body.count - most + 1
      body.removeLast(hidden)
      body.append(
        StyledLine("\(options.ellipsis) \(NumberText(options).count(hidden)) more lines", PictureStyle.quiet))
    }
    return ([head] + PictureLayout.indented(body)).fitted(options)
  }
}
