import Tensors
import Testing

/// What a learner reads who asks for something impossible: a sentence with the operation, the shapes and the axis.
struct MistakeTests {
  /// Each runs in a process of its own, which must end with the sentence.
  enum Mistake: String, CaseIterable, Codable, Sendable {
    case addition, comparison, broadcast, replacing
    case matmul, matmulTransposed, matmulVector, matmulBatches, matmulScalar
    case sumAxis, sumAxisOfScalar, axisTwice, maxOfNothing, argmaxOfNothing, softmaxAxis
    case reshape, reshapeUnknown, reshapeTwoUnknown, squeeze, expand, permutation, transposeVector
    case index, negativeIndex, range, hugeRange, list, tooManyIndices, pickingCount, pickingIndex, pickingOfNothing
    case concatenation, concatenationOfNothing, stacking, stackingPlace, split, triangle
    case scalarCount, raggedRows, negativeSize, tooManyAxes, tooManyElements, noRoom, hiddenOverflow, item
    case arangeStep, emptyRange

    var sentence: String {
      switch self {
      case .addition:
        "+: the shapes [2, 3] and [2, 4] do not fit together: along axis -1 the sizes are 3 and 4. "
          + "Sizes must be equal, or one of them 1."
      case .comparison:
        ".<: the shapes [2, 3] and [3, 1, 1, 2] do not fit together: along axis -1 the sizes are 3 and 2"
      case .broadcast: "broadcast(to: [3]): the shape [2, 3] does not fit; only axes of size 1 can be repeated"
      case .replacing: "replacing(with:where:), values and mask: the shapes [2, 3] and [4] do not fit together"
      case .matmul:
        "matmul: [2, 3] · [4, 5]: the last axis of the left, 3, must be as long as the second last axis of the right, 4."
      case .matmulTransposed:
        "matmul: [2, 3] · [4, 3]: the last axis of the left, 3, must be as long as the second last axis of the right, 4."
          + " Should the right one be .transposed()?"
      case .matmulVector:
        "matmul: [3] · [4]: the last axis of the left, 3, must be as long as the axis of the right, 4."
      case .matmulBatches:
        "matmul: [2, 3, 4] · [5, 4, 3]: axes before the last two: the shapes [2] and [5] do not fit together"
      case .matmulScalar: "matmul: [] · [3]: a single number has no rows or columns; use *"
      case .sumAxis:
        "sum: there is no axis 2 in the shape [2, 3]; its axes are 0 to 1, or -2 to -1 from the end"
      case .sumAxisOfScalar: "sum: there is no axis 0 in the shape []; it has none"
      case .axisTwice: "mean: axis 1 of the shape [2, 3] is named twice in [1, -1]"
      case .maxOfNothing: "max: there are no elements along axes [1] of [2, 0]"
      case .argmaxOfNothing: "argmax: there are no elements along axis 0 of [0]"
      case .softmaxAxis: "softmax: there is no axis -3 in the shape [2, 3]"
      case .reshape: "reshaped(to: [4, 2]): it has 8 elements; the tensor, [2, 3], has 6"
      case .reshapeUnknown: "reshaped(to: [4, -1]): the 6 elements of [2, 3] cannot be shared out in groups of 4"
      case .reshapeTwoUnknown: "reshaped(to: [-1, -1]): only one size can be -1"
      case .squeeze: "squeezed(at: 0): the axis has size 2 in the shape [2, 3]; only size 1 can go"
      case .expand:
        "expanded(at:): there is no place 4 for an axis in the shape [2, 3]; its places are 0 to 2, or -3 to -1 from the end"
      case .permutation: "permuted([0, 0]): each axis of the shape [2, 3] must be named once"
      case .transposeVector: "transposed() needs two axes or more; the shape is [3]"
      case .index: "subscript: there is no index 2 along axis 0, of size 2, of the shape [2, 3]"
      case .negativeIndex: "subscript: there is no index -4 along axis 1, of size 3, of the shape [2, 3]"
      case .range: "subscript: 1..<4 is outside axis 1, of size 3, of the shape [2, 3]"
      case .hugeRange: "is outside axis 0, of size 2, of the shape [2, 3]"
      case .list: "subscript: there is no index 5 along axis 1, of size 3, of the shape [2, 3]"
      case .tooManyIndices: "subscript: 3 indices for the shape [2, 3], which has 2 axes"
      case .pickingCount: "picking: the shape [2, 3] needs an index for each row of its last axis; there are 1"
      case .pickingIndex: "picking: there is no index 3 along the last axis of [2, 3]"
      case .pickingOfNothing: "picking: the shape [2, 0] needs an index for each row of its last axis; there are 0"
      case .concatenation:
        "concatenated(axis: 1): the shapes may differ along that axis only; tensor 0 has [2, 3], tensor 1 has [3, 3]"
      case .concatenationOfNothing: "concatenated: there are no tensors, so there is no shape"
      case .stacking: "stacked: the shapes must be equal; tensor 0 has [2, 3], tensor 1 has [3, 2]"
      case .stackingPlace: "stacked: there is no place 3 for an axis in the shape [2, 3]"
      case .split: "split(into: 2, axis: 1): the axis has size 3 in the shape [2, 3]"
      case .triangle: "lowerTriangle needs two axes or more; the shape is [3]"
      case .scalarCount: "Tensor(_:shape:): the shape [2, 2] needs 4 numbers; there are 3"
      case .raggedRows:
        "nested arrays must be equally long at each level; element 0 has the shape [2], element 1 the shape [1]"
      case .negativeSize: "a size cannot be negative; the shape [2, -3] has -3"
      case .tooManyAxes: "a tensor may have at most 16 axes; the shape [1, 1, 1"
      case .tooManyElements, .hiddenOverflow: "has more elements than can be counted"
      case .noRoom: "there is no room for 1152921504606846976 numbers; is a shape larger than it should be?"
      case .item: "item() needs a tensor of one element; the shape [2, 3] has 6."
      case .arangeStep: "arange: there is no end from 0.0 to 1.0 by 0.0"
      case .emptyRange: "randomUniform: the range 1.0..<1.0 is empty"
      }
    }

    func make() {
      let x = Tensor.zeros(2, 3)
      var random = SeededRandom(seed: 1)
      switch self {
      case .addition: _ = x + Tensor.zeros(2, 4)
      case .comparison: _ = x .< Tensor.zeros(3, 1, 1, 2)
      case .broadcast: _ = x.broadcast(to: [3])
      case .replacing: _ = x.replacing(with: 0, where: Tensor.zeros(4))
      case .matmul: _ = x.matmul(Tensor.zeros(4, 5))
      case .matmulTransposed: _ = x.matmul(Tensor.zeros(4, 3))
      case .matmulVector: _ = Tensor.zeros(3).matmul(Tensor.zeros(4))
      case .matmulBatches: _ = Tensor.zeros(2, 3, 4).matmul(Tensor.zeros(5, 4, 3))
      case .matmulScalar: _ = Tensor(1).matmul(Tensor.zeros(3))
      case .sumAxis: _ = x.sum(axis: 2)
      case .sumAxisOfScalar: _ = Tensor(1).sum(axis: 0)
      case .axisTwice: _ = x.mean(axes: [1, -1])
      case .maxOfNothing: _ = Tensor.zeros(2, 0).max(axis: 1)
      case .argmaxOfNothing: _ = Tensor.zeros(0).argmax()
      case .softmaxAxis: _ = x.softmax(axis: -3)
      case .reshape: _ = x.reshaped(4, 2)
      case .reshapeUnknown: _ = x.reshaped(4, -1)
      case .reshapeTwoUnknown: _ = x.reshaped(-1, -1)
      case .squeeze: _ = x.squeezed(at: 0)
      case .expand: _ = x.expanded(at: 4)
      case .permutation: _ = x.permuted(0, 0)
      case .transposeVector: _ = Tensor.zeros(3).transposed()
      case .index: _ = x[2]
      case .negativeIndex: _ = x[0, -4]
      case .range: _ = x[0..., 1..<4]
      case .hugeRange: _ = x[0...Int.max]
      case .list: _ = x[0..., [0, 5]]
      case .tooManyIndices: _ = x[0, 0, 0]
      case .pickingCount: _ = x.picking([1])
      case .pickingIndex: _ = x.picking([0, 3])
      case .pickingOfNothing: _ = Tensor.zeros(2, 0).picking([])
      case .concatenation: _ = Tensor.concatenated([x, Tensor.zeros(3, 3)], axis: 1)
      case .concatenationOfNothing: _ = Tensor.concatenated([])
      case .stacking: _ = Tensor.stacked([x, Tensor.zeros(3, 2)])
      case .stackingPlace: _ = Tensor.stacked([x, x], axis: 3)
      case .split: _ = x.split(into: 2, axis: 1)
      case .triangle: _ = Tensor.zeros(3).lowerTriangle()
      case .scalarCount: _ = Tensor([1, 2, 3], shape: [2, 2])
      case .raggedRows: _ = Tensor([[1, 2], [3]])
      case .negativeSize: _ = Tensor.zeros(2, -3)
      case .tooManyAxes: _ = Tensor.zeros(Array(repeating: 1, count: 17))
      case .tooManyElements: _ = Tensor.zeros(1 << 40, 1 << 40)
      case .hiddenOverflow: _ = Tensor.zeros(1 << 40, 1, 0) + Tensor.zeros(1 << 40, 0)
      case .noRoom: _ = Tensor.zeros(1 << 60)
      case .item: _ = x.item()
      case .arangeStep: _ = Tensor.arange(0, 1, step: 0)
      case .emptyRange: _ = Tensor.randomUniform([2], in: 1..<1, using: &random)
      }
    }
  }

  @Test("a mistake ends the process with its sentence", arguments: Mistake.allCases)
  func mistake(_ mistake: Mistake) async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) { [mistake] in
      mistake.make()
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("Fatal error: ") && text.contains(mistake.sentence), "\(text)")
  }
}
