// A variable in one line, for the list of everything that a lesson has made so far.
import StepRecords
import Transformers

public struct VariableSummary {
  let row: [String]

  /// - Parameter step: the name of the step that declares it.
  public init<Value>(_ name: String, _ value: Value, step: String) {
    let size: String
    let text: String
    if let tensor = value as? Tensor {
      size = "[" + tensor.shape.map(String.init).joined(separator: ", ") + "]"
      text = tensor.count == 1 ? ValueText.describe(tensor.scalars[0], limit: Self.textLimit) : ""
    } else {
      size = (value as? any Collection).map { "\($0.count)" } ?? ""
      text = ValueText.describe(value, limit: Self.textLimit)
    }
    row = [name, TypeText.describe(Value.self), size, text, step]
  }

  private static let textLimit = 24
}

/// Shows variables as a table: name, type, size (a shape or a count), the beginning of the value, and the step that made them.
public func show(variables: [VariableSummary], file: StaticString = #fileID, line: Int = #line) {
  let record = TableRecord(
    columns: ["name", "type", "size", "value", "step"], rows: variables.map(\.row))
  StepRun.current?.show(.table(record), name: "variables", file: file, line: line)
}
