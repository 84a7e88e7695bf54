// What a step printed, made harmless, and broken between words; errors have a bar at their left.
import StepRecords

public enum TextPicture {
  public static func lines(for record: TextRecord, options: TextOptions) -> [StyledLine] {
    guard !record.text.isEmpty else { return [] }
    let texts = options.lines(of: record.text)
    switch record.stream {
    case .stdout:
      return texts.flatMap { StyledLine($0).wrapped(to: options.width) }
    case .stderr:
      let bar = options.ascii ? "| " : "▌ "
      return texts.flatMap { StyledLine($0, PictureStyle.quiet).wrapped(to: options.width - 2) }.map {
        StyledLine(bar, PictureStyle.warning) + $0
      }
    }
  }
}
