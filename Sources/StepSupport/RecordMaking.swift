// Any value as the content of a record.
import StepRecords
import Transformers

/// A type that knows how it wants to be shown.
public protocol RecordRepresentable {
  var recordContent: Record.Content { get }
}

enum RecordMaking {
  static let textLimit = 600

  static func record<Value>(of value: Value) -> Record.Content {
    if let value = value as? any RecordRepresentable { return value.recordContent }
    return .value(
      ValueRecord(type: TypeText.describe(Value.self), text: ValueText.describe(value, limit: textLimit)))
  }
}

extension Tensor: RecordRepresentable {
  public var recordContent: Record.Content { .tensor(TensorRecord(self)) }
}
