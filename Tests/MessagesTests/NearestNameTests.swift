// How near names are.
import Testing

@testable import Messages

struct NearestNameTests {
  @Test(
    "a distance counts changed, missing, added and swapped characters, whatever their case",
    arguments: [
      ("title", "title", 0), ("Title", "title", 0), ("tile", "title", 1), ("tilte", "title", 1), ("", "abc", 3),
    ])
  func distance(_ a: String, _ b: String, _ expected: Int) {
    #expect(NearestName.distance(a, b) == expected)
    #expect(NearestName.distance(b, a) == expected)
  }

  @Test("of equally near names that which begins most alike is found, else the first; none is known, none is found")
  func nearest() {
    #expect(NearestName.of("hiden", among: ["title", "hidden", "slide"]) == "hidden")
    #expect(NearestName.of("hide", among: ["id", "slide", "hidden"]) == "hidden")
    #expect(NearestName.of("near-dup", among: ["pad", "near-duplicates"]) == "near-duplicates")
    #expect(NearestName.of("x", among: ["a", "b"]) == "a")
    #expect(NearestName.of("x", among: []) == nil)
  }
}
