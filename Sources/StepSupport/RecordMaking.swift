// Any value as the content of a record.
import StepRecords
import Transformers

/// A type that knows how it wants to be shown.
public protocol RecordRepresentable {
  var recordContent: Record.Content { get }
}

enum RecordMaking {
  /// Whether the step is there only to look at a value.
  static var isFull: Bool { StepRun.current?.configuration.isFull ?? false }

  /// Characters of a value's text.
  private static var textLimit: Int { isFull ? 100_000 : 600 }

  static func record<Value>(of value: Value) -> Record.Content {
    if let value = value as? any RecordRepresentable { return value.recordContent }
    return .value(
      ValueRecord(type: TypeText.describe(Value.self), text: ValueText.describe(value, limit: textLimit)))
  }
}

extension TensorRecord {
  init(_ tensor: Tensor, heatMap: HeatMap? = nil) {
    self.init(
      tensor.scalars, shape: tensor.shape, heatMap: heatMap,
      most: RecordMaking.isFull ? Self.mostValuesInFull : Self.mostValues)
  }
}

extension Tensor: RecordRepresentable {
  /// An attention pattern with words for its rows and columns is drawn as a map, everything else as numbers.
  public var recordContent: Record.Content {
    guard let labels = patternLabels, rank == 2 || rank == 3 else { return .tensor(TensorRecord(self)) }
    let shape = rank == 2 ? [1] + shape : shape
    guard Array(shape.suffix(2)) == [labels.queries.count, labels.keys.count] else {
      return .tensor(TensorRecord(self))
    }
    return .attention(
      AttentionRecord(
        scalars, shape: shape, rowLabels: labels.queries, columnLabels: labels.keys, isFull: RecordMaking.isFull))
  }
}
