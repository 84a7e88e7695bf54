// What a step has shown and how it ended: what a whole lesson is drawn from.
import StepRecords

public struct StepOutput: Equatable, Sendable {
  /// In the order they came.
  public var records: [Record]
  /// nil if the step has not run, or is still running.
  public var end: RunEvent.StepEnd?

  public init(records: [Record] = [], end: RunEvent.StepEnd? = nil) {
    self.records = records
    self.end = end
  }
}
