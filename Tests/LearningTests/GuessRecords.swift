// Records as steps send them, for guesses to be compared with.
import StepRecords

extension Record {
  static func printed(_ text: String) -> Record {
    Record(content: .text(TextRecord(stream: .stdout, text: text + "\n")))
  }

  static func value(_ name: String, _ type: String, _ text: String) -> Record {
    Record(name: name, content: .value(ValueRecord(type: type, text: text)))
  }

  static func number(_ name: String, _ text: String) -> Record { value(name, "Float", text) }

  static func tensor(_ name: String, _ shape: [Int], _ values: [Float]) -> Record {
    Record(name: name, content: .tensor(TensorRecord(values, shape: shape)))
  }

  static func series(_ name: String, _ values: [Double]) -> Record {
    Record(
      name: name,
      content: .series(
        SeriesRecord(
          count: values.count, last: values.last ?? 0, minimum: values.min() ?? 0, maximum: values.max() ?? 0,
          values: values, stride: 1)))
  }

  static func outcomes(_ outcomes: KeyValuePairs<String, Double>) -> Record {
    Record(
      name: "next",
      content: .distribution(DistributionRecord(labels: outcomes.map(\.key), probabilities: outcomes.map(\.value))))
  }

  static func failure(_ reason: FailureRecord.Reason, _ message: String) -> Record {
    Record(content: .failure(FailureRecord(reason: reason, message: message)))
  }
}
