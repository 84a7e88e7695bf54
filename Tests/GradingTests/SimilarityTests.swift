import Testing

@testable import Grading

@Suite struct SimilarityTests {
  private static let starter = """
    /// Turns numbers into probabilities.
    func softmax(_ logits: [Float]) -> [Float] {
      // TODO(softmax): yours
      return logits
    }
    """

  private static let loops = """
    import Foundation
    func softmax(_ logits: [Float]) -> [Float] {
      var largest = -Float.infinity
      for value in logits {
        if value > largest { largest = value }
      }
      var exponentials: [Float] = []
      var total: Float = 0
      for value in logits {
        let power = exp(value - largest)
        exponentials.append(power)
        total += power
      }
      for index in exponentials.indices { exponentials[index] /= total }
      return exponentials
    }
    """

  /// The same with other names, numbers, comments and layout.
  private static let renamed = """
    import Foundation
    // All by myself!
    func softmax(_ xs: [Float]) -> [Float]
    {
      var m = -Float.infinity   // the max
      for x in xs { if x > m
        { m = x } }
      var es: [Float] = [], z: Float = 0.0
      for x in xs {
        let e = exp(x - m)
        es.append(e)
        z += e
      }
      for i in es.indices { es[i] /= z }
      return es
    }
    """

  private static let functional = """
    import Foundation
    func softmax(_ logits: [Float]) -> [Float] {
      guard let top = logits.max() else { return [] }
      let shifted = logits.map { exp($0 - top) }
      let sum = shifted.reduce(0, +)
      return shifted.map { $0 / sum }
    }
    """

  private static let vectorised = """
    import Foundation
    func softmax(_ logits: [Float]) -> [Float] {
      if logits.isEmpty { return logits }
      let offset = logits.sorted().last ?? 0
      func weight(_ number: Float) -> Double { pow(M_E, Double(number) - Double(offset)) }
      let denominator = logits.map(weight).reduce(0.0) { $0 + $1 }
      return zip(logits, 0...).map { number, _ in Float(weight(number) / denominator) }
    }
    """

  private func similarity(_ sources: [String]) -> Similarity {
    let submissions = sources.enumerated().map { (student: "s\($0.offset)", source: Array($0.element.utf8)) }
    return Similarity(submissions, starter: Array(Self.starter.utf8))
  }

  @Test func `a copy with other names, numbers and comments is found, with its lines`() throws {
    let pair = try #require(similarity([Self.loops, Self.functional, Self.renamed]).pairs.first)
    #expect([pair.first, pair.second] == ["s0", "s2"])
    #expect(pair.share > 0.6)
    let lines = pair.matches.reduce(into: Set<Int>()) { $0.formUnion($1.first) }
    #expect(lines.isSuperset(of: 9...14))
  }

  @Test func `honest answers that differ are not alike`() {
    let found = similarity([Self.loops, Self.functional, Self.vectorised])
    #expect(found.pairs.isEmpty && found.groups.isEmpty)
  }

  @Test func `the same answer under other names is a group`() throws {
    let other = Self.functional.replacing("shifted", with: "powers").replacing("top", with: "largest")
    let found = similarity([Self.loops, Self.functional, other])
    #expect(found.groups.map(\.students) == [["s1", "s2"]])
  }

  @Test func `what everybody was given is no likeness`() {
    let long = Self.starter + String(repeating: "\nfunc given(_ a: Int, _ b: Int) -> Int { a * b + a - b }", count: 5)
    let submissions = [("a", "\nlet x = 1"), ("b", "\nlet y = [2].map { $0 + 3 }")].map {
      (student: $0.0, source: Array((long + $0.1).utf8))
    }
    let found = Similarity(submissions, starter: Array(long.utf8))
    #expect(found.pairs.isEmpty && found.groups.isEmpty)
  }

  @Test func `what most of a class wrote is no likeness of two`() {
    let common = "\nfunc mean(_ a: [Float]) -> Float { a.reduce(0, +) / Float(max(a.count, 1)) }"
    let submissions = (0..<40).map { index in
      let own = (0..<12).map { "let v\($0) = w\(index).f\(index)_\($0)(\"a\").g\(index * 7 + $0)" }.joined(
        separator: "\n")
      return (student: "s\(index)", source: Array((own + common).utf8))
    }
    #expect(Similarity(submissions, starter: []).pairs.isEmpty)
  }

  @Test func `bytes that are no Swift are no trouble`() {
    let hostile: [[UInt8]] = [
      [], [0xff, 0xfe, 0x00], Array(repeating: UInt8(ascii: "\""), count: 50_000),
      Array(repeating: 0x28, count: 50_000),
      Array(String(repeating: "a ", count: 60_000).utf8), Array(String(repeating: "{ let ( ", count: 9_000).utf8),
    ]
    _ = Similarity(hostile.enumerated().map { (student: "\($0.offset)", source: $0.element) }, starter: hostile[4])
  }
}
