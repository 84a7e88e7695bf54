import Testing

@testable import Grading

@Suite struct ProbeExcerptTests {
  private let source = """
    let probes = Probes {
      Probe("sums to one", points: 2) { softmax([1, 2, 3]) }
      Probe("random rows") { random in softmax(random.normal(16)) }
      Probe("learns \\("{")", points: 4) {
        let losses = train { $0 * 2 }
          + []

        return losses
      } accept: { losses in losses.last! < 0.1 }
    }
    """

  @Test func `a probe shows its closure, without the parameter`() {
    #expect(ProbeExcerpt.text(in: source, line: 2) == "softmax([1, 2, 3])")
    #expect(ProbeExcerpt.text(in: source, line: 3) == "softmax(random.normal(16))")
  }

  @Test func `several lines keep their shape, and braces inside belong to it`() {
    #expect(
      ProbeExcerpt.text(in: source, line: 4) == "let losses = train { $0 * 2 }\n  + []\n\nreturn losses")
  }

  @Test func `a first line of its own is moved with the others`() {
    let source = "Probe(\"a\") {\n    f(\n      x: 1,\n      y: 2)\n  }"
    #expect(ProbeExcerpt.text(in: source, line: 1) == "f(\n  x: 1,\n  y: 2)")
  }

  @Test(arguments: [(0, "x"), (9, "{"), (1, ""), (1, "{}"), (1, "Probe {")])
  func `where there is no closure nothing is shown`(line: Int, source: String) {
    #expect(ProbeExcerpt.text(in: source, line: line) == nil)
  }
}
