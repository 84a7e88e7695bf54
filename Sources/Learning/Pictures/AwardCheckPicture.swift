// What of an award holds, for a terminal.
import Grading
import LessonDocuments
import Rendering

public enum AwardCheckPicture {
  /// - Parameter exercises: how many this course has.
  public static func lines(for check: AwardCheck, exercises: Int, options: TextOptions) -> [StyledLine] {
    let award = check.file.award
    var lines = say(
      "Award of \(award.name ?? "a learner without a name"), made on \(award.madeOn.text.prefix(10))", options)
    lines += check.findings.flatMap { line($0, options) }
    lines += [StyledLine()]
    if let page = page(check.file) { lines += page.isGood ? say(page.text, options) : warn(page.text, options) }
    let held = check.findings.filter(\.holds)
    let counted = NumberText(options).counted(check.findings.count, "exercise")
    let points = held.reduce(0) { $0 + $1.work.earned }
    lines += say(
      "\(held.count) of \(counted) in it \(held.count == 1 ? "holds" : "hold"), \(points) points; the course has "
        + "\(exercises). Lessons, questions, dates and the name are the learner's own record, which nothing proves.",
      options)
    return lines
  }

  private static func line(_ finding: AwardCheck.Finding, _ options: TextOptions) -> [StyledLine] {
    let mark = finding.holds ? "ok      " : "FAILED  "
    let style = finding.holds ? PictureStyle.expected : PictureStyle.failure
    let name = options.oneLine(finding.title ?? finding.work.exercise)
    let text = finding.reason.map { "\(name): \(options.oneLine($0))" } ?? "\(name), \(finding.work.points) points"
    return (StyledLine(mark, style) + StyledLine(text)).wrapped(to: options.width, indent: mark.count)
  }

  private static func page(_ file: AwardFile) -> (text: String, isGood: Bool)? {
    switch file.page {
    case .none: nil
    case .asWritten: ("The page shows what it holds.", true)
    case .otherVersion:
      (
        "The page says that lectern \(file.award.lectern) made it; this one writes other pages, so what one sees on it "
          + "cannot be compared with what it holds. Go by the list above.", false
      )
    case .changed(let line):
      (
        "The page is not what lectern writes from what it holds: line \(line) differs. It was changed, or another build "
          + "made it. Go by the list above, not by the page.", false
      )
    }
  }

  private static func say(_ text: String, _ options: TextOptions) -> [StyledLine] {
    StyledLine(options.oneLine(text)).wrapped(to: options.width)
  }

  private static func warn(_ text: String, _ options: TextOptions) -> [StyledLine] {
    StyledLine(options.oneLine(text), PictureStyle.failure).wrapped(to: options.width)
  }
}
