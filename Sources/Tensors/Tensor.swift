// The type of the library. Operations are in extensions, one topic a file.

/// Numbers in a box of any number of axes: float32, row-major, contiguous.
///
/// A tensor is a value that does not change: operations make new ones. Axes are counted from 0, and from the end with
/// negative numbers: -1 is the last.
public struct Tensor: Sendable {
  /// The size of each axis; `[]` for a single number.
  public let shape: [Int]
  var storage: Storage
  /// The record of how it was computed; nil for a constant.
  let node: GradientNode?

  /// The number of axes.
  public var rank: Int { shape.count }

  /// The number of elements, the product of the shape: 1 for shape `[]`.
  public var count: Int { storage.count }

  /// All elements in row-major order, the last axis running fastest. Copies them.
  public var scalars: [Float] { Array(UnsafeBufferPointer(start: memory, count: count)) }

  /// The number in a tensor of one element, of any rank. Stops for more or fewer elements.
  public func item() -> Float {
    guard count == 1 else {
      stop("item() needs a tensor of one element; the shape \(shape) has \(count). Index it, or use .scalars for all.")
    }
    return memory[0]
  }

  /// The first element. Valid while this tensor is: bind a tensor to a name, or be one of its methods, and Swift keeps
  /// it alive behind every call that could notice its end, as any call of a C function could.
  var memory: Input { Input(storage.memory) }

  /// The same elements in another shape; the caller has checked that it fits.
  init(sharing storage: Storage, shape: [Int], node: GradientNode? = nil) {
    self.storage = storage
    self.shape = shape
    self.node = node
  }

  /// A tensor whose elements `fill` writes, all of them.
  init(shape: [Int], fill: (Output) -> Void) {
    storage = Storage(count: Shape.count(shape))
    self.shape = shape
    node = nil
    fill(storage.memory)
  }
}
