// A slide for a projector: a title over a rule, room around the text, and a frame around what a step shows, so that the
// last row sees what is source and what came out of it.
import LessonDocuments
import StepRecords

public struct SlidePicture {
  private let page: SlidePage
  private let columns: Int
  private let rows: Int
  private let options: TextOptions
  /// The slide between its two rules, however long.
  private let content: [StyledLine]
  /// The row of `content` at which the build at hand begins.
  private let latest: Int

  /// Rows of the title with its rule, and of the footer with its.
  private static let headRows = 2
  private static let footRows = 2

  public init(_ page: SlidePage, columns: Int, rows: Int, options: TextOptions) {
    self.page = page
    self.columns = columns
    self.rows = rows
    self.options = options
    let blocks = SlideBlocks(page: page, columns: columns, options: options)
    (content, latest) = blocks.lines()
  }

  // MARK: Scrolling

  private var contentRows: Int { max(1, rows - Self.headRows - Self.footRows) }

  /// How many rows may scroll away at the top.
  public var maximumOffset: Int { max(0, content.count - contentRows) }

  /// Where the build at hand is seen from its beginning; of an output that still grows or failed, the end.
  public var restingOffset: Int {
    if case .output(let step)? = page.builds.last, let standing = page.outputs[step]?.standing,
      standing == .running || standing == .failed
    {
      return maximumOffset
    }
    return min(latest, maximumOffset)
  }

  // MARK: Drawing

  /// - Parameter offset: how many rows of the content have scrolled away.
  /// - Returns: as many lines as the window has rows.
  public func lines(offset: Int) -> [StyledLine] {
    let offset = min(max(offset, 0), maximumOffset)
    let shown = content[offset..<min(offset + contentRows, content.count)]
    let below = content.count - offset - shown.count
    var lines = [title, rule(offset, options.oneLine("▲"), "above")] + shown
    lines += [StyledLine](repeating: StyledLine(), count: max(0, contentRows - shown.count))
    lines += [rule(below, options.oneLine("▼"), "below"), footer]
    return Array(lines.prefix(rows))
  }

  private var margin: String { String(repeating: " ", count: SlideBlocks.textMargin(columns)) }

  private var title: StyledLine {
    let room = columns - 2 * margin.count
    let corner = StyledLine(options.oneLine(page.corner), PictureStyle.quiet)
    let heading = StyledLine(options.oneLine(page.heading), PictureStyle.name)
    let left = corner.spans.isEmpty ? room : room - corner.displayWidth - 2
    guard left > 8 else { return StyledLine(margin) + heading.truncated(to: room, ellipsis: options.ellipsis) }
    return StyledLine(margin)
      + heading.truncated(to: left, ellipsis: options.ellipsis).padded(to: room - corner.displayWidth)
      + corner
  }

  /// Says how many rows are out of sight.
  private func rule(_ hidden: Int, _ sign: String, _ side: String) -> StyledLine {
    let dash = options.oneLine("─")
    let room = columns - 2 * margin.count
    let label = hidden > 0 ? " \(sign) \(hidden) more \(side) " : ""
    guard hidden > 0, label.displayWidth + 4 <= room else {
      return StyledLine(margin) + StyledLine(String(repeating: dash, count: room), PictureStyle.quiet)
    }
    return StyledLine(margin)
      + StyledLine(String(repeating: dash, count: room - label.displayWidth - 2), PictureStyle.quiet)
      + StyledLine(label, PictureStyle.name) + StyledLine(dash + dash, PictureStyle.quiet)
  }

  /// Where we are, and at the right what runs; the lesson's title goes first when there is no room.
  private var footer: StyledLine {
    let room = columns - 2 * margin.count
    let status = StyledLine(options.oneLine(page.status), PictureStyle.plain)
      .truncated(to: room, ellipsis: options.ellipsis)
    let dot = options.ascii ? "  -  " : "  ·  "
    let place = options.oneLine(page.place)
    var left = StyledLine()
    let free = room - status.displayWidth - 2
    let title = options.oneLine(page.lesson.title)
    if title.displayWidth + dot.count + place.count <= free {
      left = StyledLine(title + dot + place, PictureStyle.quiet)
    } else if place.count <= free {
      left = StyledLine(place, PictureStyle.quiet)
    }
    return StyledLine(margin) + left.padded(to: room - status.displayWidth) + status
  }
}
