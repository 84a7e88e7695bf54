// Reads any single number as a Double, fast for the common types.
import Transformers

enum NumberReading {
  /// The number that `value` is: an integer, a floating-point number, or a tensor of one element without axes.
  static func number<Value>(_ value: Value) -> Double? {
    if Value.self == Double.self { return withUnsafeBytes(of: value) { $0.load(as: Double.self) } }
    if Value.self == Float.self { return withUnsafeBytes(of: value) { Double($0.load(as: Float.self)) } }
    if Value.self == Int.self { return withUnsafeBytes(of: value) { Double($0.load(as: Int.self)) } }
    switch value {
    case let tensor as Tensor: return tensor.shape.isEmpty ? Double(tensor.item()) : nil
    case let integer as any BinaryInteger: return Double(integer)
    case let float as any BinaryFloatingPoint: return Double(float)
    default: return nil
    }
  }
}
