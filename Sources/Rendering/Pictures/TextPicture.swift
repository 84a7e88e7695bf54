// What a step printed, made harmless; errors have a bar at their left.
import StepRecords

public enum TextPicture {
  public static func lines(for record: TextRecord, options: TextOptions) -> [StyledLine] {
    guard !record.text.isEmpty else { return [] }
    let texts = options.lines(of: record.text)
    switch record.stream {
    case .stdout:
      return texts.flatMap { $0.folded(to: options.width) }.map { StyledLine($0) }
    case .stderr:
      let bar = options.ascii ? "| " : "▌ "
      return texts.flatMap { $0.folded(to: options.width - 2) }.map {
        StyledLine(bar, PictureStyle.warning) + StyledLine($0, PictureStyle.quiet)
      }
    }
  }
}
