import Testing

@testable import Grading

@Suite struct SwiftSymbolTests {
  @Test(arguments: [
    ("$s10Submission7softmaxySaySfGACF", "softmax([Float]) -> [Float]"),
    ("$s10Submission1f1aSDySSSaySiGGSgSaySaySfGG_tF", "f(a: [[Float]]) -> [String: [Int]]?"),
    ("memcpy", "memcpy"),
  ])
  func `a function is told as its author would write it`(symbol: String, signature: String) {
    #expect(SwiftSymbol(symbol).signature == signature)
  }
}
