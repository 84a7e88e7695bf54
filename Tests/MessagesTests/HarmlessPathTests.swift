// How long paths stand in messages.
import Testing

@testable import Messages

@Suite("A path in a message")
struct HarmlessPathTests {
  @Test("is shown by its end if it is long, and without what a terminal obeys")
  func end() {
    let path = String(repeating: "folder/", count: 20) + "run\u{1b}.json"
    #expect(path.harmlessPath.count == 80 && path.harmlessPath.hasPrefix("…"))
    #expect(path.harmlessPath.hasSuffix("folder/run\u{FFFD}.json"))
    #expect("run.json".harmlessPath == "run.json")
  }
}
