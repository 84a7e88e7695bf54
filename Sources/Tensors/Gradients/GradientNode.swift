// What a tensor remembers of the operation that made it, and how that memory ends.

/// An operation in the record: what it was computed from, and how its gradient passes to that. A leaf has no inputs and
/// keeps the gradient that arrives.
///
/// Nodes are used by one thread at a time, as the tensors of one computation are.
final class GradientNode: @unchecked Sendable {
  typealias Backward = (_ gradient: Tensor, _ inputs: GradientInputs) -> Void

  /// Larger than that of every input.
  let serial = ck_next_serial()
  let shape: [Int]
  let isLeaf: Bool
  /// What has been added up: for good in a leaf, elsewhere until backward passes by.
  var gradient: Tensor?
  /// Whether what backward found is to be kept when it has passed by, and what that was.
  var keepsGradient = false, kept: Tensor?
  /// nil where an input is a constant.
  private var inputs: [GradientNode?]
  private var backward: Backward?

  /// A leaf.
  init(shape: [Int]) { (self.shape, isLeaf, inputs) = (shape, true, []) }

  init(shape: [Int], inputs: [GradientNode?], backward: @escaping Backward) {
    (self.shape, isLeaf, self.inputs, self.backward) = (shape, false, inputs, backward)
  }

  /// Gives away what the node holds. Stops if that has happened before.
  func take() -> (inputs: [GradientNode?], backward: Backward) {
    guard let backward else {
      stop("backward: this computation has been gone through already, and its record let go; compute the loss again")
    }
    defer { (inputs, self.backward) = ([], nil) }
    return (inputs, backward)
  }

  /// Adds to the gradient, in its own memory if nobody else holds that.
  func add(_ more: Tensor) {
    guard gradient != nil else {
      gradient = more.constant
      return
    }
    accumulate { sum, _ in
      var (count, step) = (more.count, 1)
      ck_binary(BinaryKernel.add.rawValue, 1, &count, sum, &step, more.memory, &step, sum)
    }
  }

  /// Calls `kernel` with the gradient's memory: to add to it, or, if it is the first to come here, to fill it.
  func accumulate(_ kernel: (_ target: Output, _ isFirst: Bool) -> Void) {
    guard var sum = gradient else {
      gradient = Tensor(shape: shape) { kernel($0, true) }
      return
    }
    gradient = nil
    sum.change { kernel($0, false) }
    gradient = sum
  }

  /// Nodes that end with this one do so in a loop: each inside the other's `deinit` would need a stack as deep as the
  /// computation was long.
  deinit {
    guard !inputs.isEmpty else { return }
    var ending = giveUp()
    while !ending.isEmpty {
      let inputs = isKnownUniquelyReferenced(&ending[ending.count - 1]) ? ending[ending.count - 1].giveUp() : []
      ending.removeLast()
      ending += inputs
    }
  }

  /// Hands over the inputs. The closure goes: it holds inputs only, so that none of them ends with it.
  private func giveUp() -> [GradientNode] {
    let given = inputs.compactMap { $0 }
    (inputs, backward) = ([], nil)
    return given
  }
}

/// The inputs of an operation, as its backward sees them.
struct GradientInputs {
  fileprivate let nodes: [GradientNode?]
  fileprivate let pass: BackwardPass

  /// Whether input `index` wants a gradient.
  func wants(_ index: Int) -> Bool { nodes[index] != nil }

  /// Adds to the gradient of input `index`; the value is not computed unless that is wanted. Where the input was
  /// broadcast, the value has the shape of the result, and is summed.
  func add(_ index: Int, _ value: @autoclosure () -> Tensor) {
    guard let node = nodes[index] else { return }
    let value = value()
    pass.reach(node)
    node.add(value.summed(to: node.shape))
  }

  /// Adds to the gradient of input `index`, `[columns]`, the sum of the rows of `[…, columns]`.
  func addRows(_ index: Int, _ rows: Tensor) {
    accumulate(index) { target, isFirst in
      let columns = rows.shape[rows.rank - 1]
      let count = Shape.count(Array(rows.shape.dropLast()))
      guard !isFirst else { return ck_sum(1, count, columns, rows.memory, 1, target) }
      let sum = Storage(count: columns)
      ck_sum(1, count, columns, rows.memory, 1, sum.memory)
      ck_add_rows(1, columns, sum.memory, columns, target, columns)
    }
  }

  /// Lets a kernel add to the gradient of input `index`, or fill it if it is the first; not called unless wanted.
  func accumulate(_ index: Int, _ kernel: (_ target: Output, _ isFirst: Bool) -> Void) {
    guard let node = nodes[index] else { return }
    pass.reach(node)
    node.accumulate(kernel)
  }
}

/// One walk through the record, from the last operation to the first.
final class BackwardPass {
  /// The nodes that have a gradient and have not been passed: a heap, the largest serial number on top.
  private var heap: [GradientNode] = []

  func run(from root: GradientNode) {
    reach(root)
    root.add(Tensor.ones(root.shape))
    while let node = pop() {
      guard let gradient = node.gradient else { continue }
      node.gradient = nil
      if node.keepsGradient { node.kept = gradient }
      let (inputs, backward) = node.take()
      backward(gradient, GradientInputs(nodes: inputs, pass: self))
    }
  }

  /// Before a gradient is added to a node.
  fileprivate func reach(_ node: GradientNode) {
    guard !node.isLeaf, node.gradient == nil else { return }
    heap.append(node)
    var place = heap.count - 1
    while place > 0, heap[(place - 1) / 2].serial < heap[place].serial {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private func pop() -> GradientNode? {
    guard !heap.isEmpty else { return nil }
    heap.swapAt(0, heap.count - 1)
    let top = heap.removeLast()
    var place = 0
    while true {
      var largest = place
      for child in [2 * place + 1, 2 * place + 2] where child < heap.count && heap[child].serial > heap[largest].serial
      {
        largest = child
      }
      guard largest != place else { return top }
      heap.swapAt(place, largest)
      place = largest
    }
  }
}
