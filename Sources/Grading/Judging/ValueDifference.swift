// How a value differs from the expected one.
import StepRecords

public struct ValueDifference: Codable, Equatable, Sendable {
  public enum Kind: String, Codable, Sendable {
    case shape, values, text, truth
    /// Another kind of value, such as text for numbers.
    case kind
    /// Keys or lengths of lists and dictionaries.
    case items
  }

  public var kind: Kind
  /// Into the value: `[2, 0]`, `["loss", 3]` written as `loss, 3`; empty for a single value. Of a text it ends in
  /// `line 3` (if there are lines) and `character 5`.
  public var place: [String]
  /// Short texts, for a person.
  public var expected: String
  public var actual: String
  /// Of numbers, over the whole value; nil if there are none to compare.
  public var largestError: Double?
  /// Where that is; nil if it is at `place`.
  public var worstPlace: [String]?
  /// How many numbers are outside the tolerance, and of how many.
  public var wrongCount: Int?
  public var count: Int?
  /// The numbers of small values with at most two axes, for drawing: expected and actual, row by row.
  public var shape: [Int]?
  public var expectedNumbers: [Double]?
  public var actualNumbers: [Double]?
  /// If it is another than `shape`.
  public var actualShape: [Int]?
  /// Which of `actualNumbers` are outside the tolerance.
  public var wrongNumbers: [Int]?

  public init(
    kind: Kind, place: [String] = [], expected: String, actual: String, largestError: Double? = nil,
    worstPlace: [String]? = nil, wrongCount: Int? = nil, count: Int? = nil, shape: [Int]? = nil,
    expectedNumbers: [Double]? = nil, actualNumbers: [Double]? = nil, actualShape: [Int]? = nil,
    wrongNumbers: [Int]? = nil
  ) {
    self.kind = kind
    self.place = place
    self.expected = expected
    self.actual = actual
    self.largestError = largestError
    self.worstPlace = worstPlace
    self.wrongCount = wrongCount
    self.count = count
    self.shape = shape
    self.expectedNumbers = expectedNumbers
    self.actualNumbers = actualNumbers
    self.actualShape = actualShape
    self.wrongNumbers = wrongNumbers
  }
}
