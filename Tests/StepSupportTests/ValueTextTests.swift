import Testing

@testable import StepSupport

/// Values in short readable form.
struct ValueTextTests {
  struct Point { var x = 1, y = 2.5 }
  enum Shape { case empty, circle(radius: Double), pair(Int, Int) }
  final class Box { var inner: Point? = Point() }
  struct Named: CustomStringConvertible { var description: String { "a name" } }
  final class Ring { var next: Ring? }

  private func text(_ value: Any, limit: Int = 200) -> String { ValueText.describe(value, limit: limit) }

  @Test("numbers, strings and optionals read as in Swift")
  func simple() {
    #expect(text(3) == "3")
    #expect(text(0.5) == "0.5")
    #expect(text("a \"b\"\n\u{1b}") == #""a \"b\"\n\u{1b}""#)
    #expect(text(Optional(4) as Any) == "4")
    #expect(text(Int?.none as Any) == "nil")
    #expect(text(true) == "true")
  }

  @Test("collections read as in Swift, and say what they leave out")
  func collections() {
    #expect(text([1, 2]) == "[1, 2]")
    #expect(text(["a": [1]]) == #"["a": [1]]"#)
    #expect(text([String: Int]()) == "[:]")
    #expect(text(Array(0..<50)).hasSuffix("19, … 30 more]"))
    #expect(text((1, name: "x")) == #"(1, name: "x")"#)
  }

  @Test("sets and dictionaries come in order, so that a reader can find a key")
  func order() {
    #expect(text(["c": 1, "a": 2, "b": 3]) == #"["a": 2, "b": 3, "c": 1]"#)
    #expect(text(Set([10, 9, 100, -1])) == "{-1, 9, 10, 100}")
    #expect(text([2.5: "x", 1.5: "y"]) == #"[1.5: "y", 2.5: "x"]"#)
  }

  @Test("a long string shows its beginning and says how much is left out")
  func longString() {
    let shown = text(String(repeating: "x", count: 1000), limit: 600)
    #expect(shown == "\"" + String(repeating: "x", count: 240) + "\" … 760 more characters")
  }

  @Test("structs, enums and classes show their parts; a description of their own wins")
  func types() {
    #expect(text(Point()) == "Point(x: 1, y: 2.5)")
    #expect(text(Shape.empty) == ".empty")
    #expect(text(Shape.circle(radius: 2)) == ".circle(radius: 2.0)")
    #expect(text(Shape.pair(1, 2)) == ".pair(1, 2)")
    #expect(text(Box()) == "Box(inner: Point(x: 1, y: 2.5))")
    #expect(text(Named()) == "a name")
  }

  @Test("no value is longer than its limit by more than a sign, however large or deep it is")
  func limits() {
    #expect(text(String(repeating: "x", count: 100_000), limit: 100).count <= 101)
    #expect(text((0..<100_000).map { "word \($0)" }, limit: 100).count <= 101)
    let ring = Ring()
    ring.next = ring
    #expect(text(ring, limit: 300).count <= 301)
    ring.next = nil
  }

  @Test("type names are those that a programmer writes")
  func typeNames() {
    #expect(TypeText.describe([String: Int?].self) == "[String: Int?]")
    #expect(TypeText.describe([[Double]].self) == "[[Double]]")
    #expect(TypeText.describe(Range<Int>.self) == "Range<Int>")
    #expect(TypeText.describe(Set<[Int]>.self) == "Set<[Int]>")
    #expect(TypeText.describe(((Int) -> [Int]).self) == "(Int) -> Array<Int>")
  }

  @Test("an error without a description is told by its type and case")
  func errors() {
    enum Failure: Error { case empty, tooLong(Int) }
    #expect(ErrorText.describe(Failure.empty) == "Failure.empty")
    #expect(ErrorText.describe(Failure.tooLong(3)) == "Failure.tooLong(3)")
  }
}
