// The chapters of a course in rows: a bar, and how many lessons, exercises and questions of how many. Where there is no
// room for columns, the counts stand below the name; for those who listen, each chapter is a sentence.
import Rendering

struct ChapterTable {
  private let standing: CourseStanding
  private let options: TextOptions
  private let columns: [Column]

  private struct Column {
    var title: String
    /// `done`, in a sentence.
    var verb: String
    var count: (ChapterStanding) -> Tally
  }

  private static let widestBar = 12
  private static let narrowestBar = 6
  private static let numberWidth = 4
  private static let gap = 2
  /// Shorter titles say nothing.
  private static let narrowestTitle = 14
  private static let widestTitle = 40

  init(_ standing: CourseStanding, _ options: TextOptions) {
    self.standing = standing
    self.options = options
    columns = [
      Column(title: "lessons", verb: "done") { $0.lessonCount },
      Column(title: "exercises", verb: "passed") { $0.exerciseCount },
      Column(title: "questions", verb: "right") { $0.questionCount },
    ].filter { column in standing.chapters.contains { column.count($0).total > 0 } }
  }

  var lines: [StyledLine] {
    guard !standing.chapters.isEmpty else { return [] }
    if options.plain { return standing.chapters.flatMap { StyledLine(sentence($0)).wrapped(to: options.width) } }
    let figures = columns.reduce(0) { $0 + Self.gap + $1.title.count }
    let longest = standing.chapters.map { options.oneLine($0.title).displayWidth }.max() ?? 0
    let room = options.width - Self.numberWidth - figures
    guard room >= min(longest, Self.narrowestTitle) else { return standing.chapters.flatMap(stacked) }
    let left = room - min(longest, Self.widestTitle) - Self.gap
    // Who has not begun sees what there is, not what is missing.
    let hasBar = left >= Self.narrowestBar && !standing.isNew
    return rows(title: min(longest, room, Self.widestTitle), bar: hasBar ? min(left, Self.widestBar) : nil)
  }

  private func rows(title width: Int, bar: Int?) -> [StyledLine] {
    let indent = Self.numberWidth + width + (bar.map { Self.gap + $0 } ?? 0)
    var head = StyledLine(String(repeating: " ", count: indent))
    for column in columns { head.append("  " + column.title, PictureStyle.quiet) }
    return [head]
      + standing.chapters.map { chapter in
        var line = name(chapter, width: width)
        if let bar { line = line + StyledLine("  ") + ShareBar.line(chapter.share, width: bar, options) }
        for column in columns {
          let tally = column.count(chapter)
          line.append("  ")
          line.append(tally.total == 0 ? "".padded(to: column.title.count) : text(tally, column), style(tally))
        }
        return line
      }
  }

  private func text(_ tally: Tally, _ column: Column) -> String {
    (standing.isNew ? "\(tally.total)" : tally.text).padded(to: column.title.count, .right)
  }

  private func style(_ tally: Tally) -> TextStyle {
    standing.isNew
      ? PictureStyle.plain
      : tally.done == 0 ? PictureStyle.quiet : tally.isComplete ? PictureStyle.expected : PictureStyle.plain
  }

  private func name(_ chapter: ChapterStanding, width: Int) -> StyledLine {
    let title = options.oneLine(chapter.title).truncated(to: width, ellipsis: options.ellipsis).padded(to: width)
    return StyledLine((chapter.number.map(String.init) ?? "").padded(to: 2, .right) + "  ", PictureStyle.quiet)
      + StyledLine(title)
  }

  /// For narrow windows.
  private func stacked(_ chapter: ChapterStanding) -> [StyledLine] {
    let room = options.width - Self.numberWidth
    let counts = columns.compactMap { column -> StyledLine? in
      let tally = column.count(chapter)
      guard tally.total > 0 else { return nil }
      return StyledLine("\(standing.isNew ? "\(tally.total)" : tally.text) \(column.title)", style(tally))
    }
    let bar = ShareBar.line(chapter.share, width: min(Self.widestBar, room), options)
    return [name(chapter, width: room)]
      + PictureLayout.indented(
        (standing.isNew ? [] : [bar]) + PictureLayout.flow(counts, width: room, indent: 0, options: options),
        by: Self.numberWidth)
  }

  private func sentence(_ chapter: ChapterStanding) -> String {
    let number = chapter.number.map { "Chapter \($0), " } ?? ""
    let counts = columns.compactMap { column -> String? in
      let tally = column.count(chapter)
      guard tally.total > 0 else { return nil }
      if standing.isNew { return NumberText(options).counted(tally.total, String(column.title.dropLast())) }
      return "\(tally.done) of \(tally.total) \(column.title) \(column.verb)"
    }
    return options.oneLine("\(number)\(chapter.title): \(counts.joined(separator: ", ")).")
  }
}
