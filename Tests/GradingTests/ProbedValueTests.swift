import StepRecords
import Testing

@Suite struct ProbedValueTests {
  @Test func `rows of one length travel as numbers with a shape`() {
    let row = { (values: [Double]) in ProbedValue.numbers(shape: [values.count], values: values) }
    #expect(ProbedValue.joined([row([1, 2]), row([3, 4])]) == .numbers(shape: [2, 2], values: [1, 2, 3, 4]))
    #expect(ProbedValue.joined([row([1, 2]), row([3])]) == .list([row([1, 2]), row([3])]))
    #expect(ProbedValue.joined([], itemShape: []) == .numbers(shape: [0], values: []))
  }

  @Test func `a value comes back as it was sent, infinities and all`() throws {
    let value = ProbedValue.entries([
      "numbers": .numbers(shape: [3], values: [.infinity, -0.0, 1e-300]), "text": .text("a\nb"),
      "list": .list([.truth(true), .nothing]),
    ])
    #expect(try RecordJSON.decode(ProbedValue.self, from: RecordJSON.line(value)) == value)
  }

  @Test(arguments: [
    #"{"shape":[2],"values":[1]}"#, #"{"shape":[-1],"values":[]}"#, #"{"shape":[4611686018427387904,4],"values":[]}"#,
    #"{"shape":[9223372036854775807,0],"values":[]}"#, #"{"shape":[0,65536,2],"values":[]}"#,
    #"{"shape":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1],"values":[1]}"#,
    #"{"shape":[1]}"#, #"{}"#, #"{"list":3}"#, "[", "",
  ])
  func `what is no value is not read as one`(text: String) {
    #expect(throws: (any Error).self) { try RecordJSON.decode(ProbedValue.self, from: text.utf8) }
  }

  @Test(arguments: [[0], [3, 0], [0, 4, 2]]) func `an empty value keeps its shape`(shape: [Int]) throws {
    let value = ProbedValue.numbers(shape: shape, values: [])
    #expect(try RecordJSON.decode(ProbedValue.self, from: RecordJSON.line(value)) == value)
  }
}
