// What a slide is drawn from: a value, so that the same page is the same picture on any terminal.
import LessonDocuments
import StepRecords

/// What a step shows on its slide.
public struct SlideOutput: Equatable, Sendable {
  public enum Standing: Equatable, Sendable {
    /// Nobody has run it yet.
    case waiting
    case running
    case ended
    case failed
    /// It could not begin.
    case notRun
    /// From an earlier run.
    case rehearsed
  }

  public var standing: Standing
  public var records: [Record]
  /// What the audience should know of it: where it comes from, why it is not live.
  public var note: String?

  public init(_ standing: Standing, records: [Record] = [], note: String? = nil) {
    self.standing = standing
    self.records = records
    self.note = note
  }
}

public struct SlidePage: Equatable, Sendable {
  /// With edited sources, if any are.
  public var lesson: Lesson
  public var heading: String
  /// What is on it, see `Slide.visible`; `{{…}}` already replaced.
  public var builds: [Slide.Build]
  /// By step, as an index.
  public var outputs: [Int: SlideOutput]
  /// The steps whose source is not the lesson's, as indices.
  public var edited: Set<Int>
  /// At the right end of the title's row.
  public var corner: String
  /// `slide 4 of 12`
  public var place: String
  /// At the right end of the last row: what runs, what a key has done.
  public var status: String

  public init(
    lesson: Lesson, heading: String, builds: [Slide.Build], outputs: [Int: SlideOutput] = [:], edited: Set<Int> = [],
    corner: String = "", place: String = "", status: String = ""
  ) {
    self.lesson = lesson
    self.heading = heading
    self.builds = builds
    self.outputs = outputs
    self.edited = edited
    self.corner = corner
    self.place = place
    self.status = status
  }
}
