import Tensors
import Testing

/// Tensors as text.
struct DescriptionTests {
  @Test("a single number stands alone")
  func scalar() {
    #expect("\(Tensor(3))" == "3" && "\(Tensor(-0.5))" == "-0.5000" && "\(Tensor(.nan))" == "nan")
  }

  @Test("lists are nested as the axes are, numbers aligned, planes set apart")
  func nested() {
    #expect("\(Tensor([1, 20, -3]))" == "[ 1, 20, -3]")
    #expect(
      "\(Tensor([[1.5, -2], [0, 10]]))" == """
        [[ 1.5000, -2.0000],
         [ 0.0000, 10.0000]]
        """)
    #expect(
      "\(Tensor.arange(8).reshaped(2, 2, 2))" == """
        [[[0, 1],
          [2, 3]],

         [[4, 5],
          [6, 7]]]
        """)
    #expect(
      "\(Tensor.arange(4).reshaped(2, 1, 1, 2))" == """
        [[[[0, 1]]],

         [[[2, 3]]]]
        """)
  }

  @Test("an empty tensor says its shape")
  func empty() {
    #expect("\(Tensor.zeros(0))" == "[] shape [0]" && "\(Tensor.zeros(2, 0))" == "[] shape [2, 0]")
  }

  @Test("of long axes three places at both ends are shown")
  func cut() {
    #expect("\(Tensor.arange(200))".split(separator: ",").count == 200)
    #expect("\(Tensor.arange(201))" == "[  0,   1,   2, …, 198, 199, 200]")
    #expect(
      "\(Tensor.arange(400).reshaped(20, 20))" == """
        [[  0,   1,   2, …,  17,  18,  19],
         [ 20,  21,  22, …,  37,  38,  39],
         [ 40,  41,  42, …,  57,  58,  59],
         …,
         [340, 341, 342, …, 357, 358, 359],
         [360, 361, 362, …, 377, 378, 379],
         [380, 381, 382, …, 397, 398, 399]]
        """)
    #expect(
      "\(Tensor.arange(300).reshaped(100, 3))".split(separator: "\n").map(String.init) == [
        "[[  0,   1,   2],", " [  3,   4,   5],", " [  6,   7,   8],", " …,", " [291, 292, 293],", " [294, 295, 296],",
        " [297, 298, 299]]",
      ])
  }

  @Test(
    "however many axes there are, at most a thousand numbers are shown",
    arguments: [
      [8, 8, 8, 8], [7, 7, 7, 7, 7, 7], Array(repeating: 2, count: 16), [3, 3, 3, 3, 3, 3, 3, 3], [1000, 1, 1000],
    ])
  func bounded(_ shape: [Int]) {
    let count = shape.reduce(1, *)
    let text = "\(Tensor.arange(count).reshaped(to: shape))"
    let numbers = text.split { "[], \n…".contains($0) }
    #expect(numbers.count <= 1000 && numbers.count > 10 && text.contains("…"))
    #expect(numbers.first == "0" && numbers.allSatisfy { Int($0) != nil })
  }

  @Test("numbers too large or small for four decimals have an exponent, all of them")
  func exponents() {
    #expect("\(Tensor([1_500_000.5, 2]))" == "[1.5000e6, 2.0000e0]")
    #expect("\(Tensor([0.0001, -0.00025]))" == "[ 1.0000e-4, -2.5000e-4]")
    #expect("\(Tensor([.leastNonzeroMagnitude, 3e38]))" == "[1.4013e-45,  3.0000e38]")
    #expect("\(Tensor([99_999.99, 0.00001]))" == "[ 1.0000e5, 1.0000e-5]")
  }

  @Test("nan and infinities stand among whole numbers and decimals")
  func exceptional() {
    #expect("\(Tensor([1, .nan, -.infinity]))" == "[   1,  nan, -inf]")
    #expect("\(Tensor([0.5, .infinity]))" == "[0.5000,    inf]")
    #expect("\(Tensor([.nan, .nan]))" == "[nan, nan]")
    #expect("\(Tensor([-0.0, 0]))" == "[0, 0]" && "\(Tensor([-0.00001, 1.5]))" == "[0.0000, 1.5000]")
  }
}
