// Any bytes at all: a lesson with warnings, or a sentence with a place. Never a crash, never an endless wait.
import Foundation
import Testing

@testable import LessonDocuments

struct BadInputTests {
  @Test(
    "a file that is empty, or only line endings, is a lesson without steps",
    arguments: ["", "\n", "\r", "\r\n\r\n", "\u{FEFF}", "   ", "\u{0C}"])
  func nothing(_ text: String) throws {
    let reading = try LessonReader.read(text, named: "l.md")
    #expect(reading.lesson.document.children.isEmpty && reading.lesson.steps.isEmpty)
    #expect(reading.warnings.isEmpty)
  }

  @Test(
    "bytes that are not UTF-8 are an error with the place of the first",
    arguments: [
      ([0xFF], "1:1"), ([0x61, 0x0A, 0x62, 0xFF], "2:2"), ([0xC3], "1:1"),
      ([0x61, 0x0D, 0x0A, 0xE2, 0x89, 0x61], "2:1"), ([0xC0, 0x80], "1:1"),
      ([0xED, 0xA0, 0x80], "1:1"), ([0xC3, 0xA9, 0x80], "1:3"), ([0xEF, 0xBB, 0xBF, 0xF8], "1:4"),
      ([0x0D, 0x0D, 0x80], "3:1"),
    ] as [([UInt8], String)])
  func notUTF8(_ bytes: [UInt8], _ place: String) {
    let error = #expect(throws: LessonError.self) { try LessonReader.read(bytes, named: "l.md") }
    #expect(error.map { "\($0)" }?.hasPrefix("l.md:\(place): ") == true, "\(String(describing: error))")
  }

  @Test("a UTF-16 file is told from other bytes")
  func utf16() {
    let error = #expect(throws: LessonError.self) { try LessonReader.read([0xFF, 0xFE, 0x23, 0x00], named: "l.md") }
    #expect(error.map { "\($0)" }?.contains("UTF-16") == true)
  }

  @Test(
    "a file that cannot be read is an error with the reason",
    arguments: [
      ("", "folder"), ("/no.md", "No such file"), ("/pipe.md", "not a file"), ("/big.md", "larger"),
      ("/a\0b.md", "NUL"),
    ])
  func unreadable(_ name: String, _ reason: String) throws {
    let course = try TemporaryCourse([:])
    mkfifo(course.root + "/pipe.md", 0o600)
    try course.write("big.md", "")
    truncate(course.root + "/big.md", 1 << 30)
    let root = course.root
    let error = #expect(throws: LessonError.self) {
      try LessonReader.read(file: root + name, named: "l.md", course: root)
    }
    let message = error.map { "\($0)" } ?? ""
    #expect(message.hasPrefix("l.md: cannot be read: ") && message.contains(reason), "\(message)")
  }

  @Test(
    "endless nesting is flattened, with a warning",
    arguments: [String(repeating: "> ", count: 10_000) + "x\n", String(repeating: ">", count: 10_000) + "\n"]
      + [
        (0..<300).map { String(repeating: "  ", count: $0) + "- a\n" }.joined(),
        String(repeating: "*a **b ", count: 1_000) + String(repeating: "c** d*", count: 1_000),
      ])
  func nesting(_ text: String) throws {
    let reading = try LessonReader.read(text, named: "l.md")
    #expect(reading.warnings.count == 1)
    #expect(reading.warnings.first?.message.contains("nested deeper") == true)
    #expect(!LessonWriter.text(of: reading.lesson).isEmpty)
  }

  @Test("a step below endless nesting keeps its place")
  func stepInDeepNesting() throws {
    let prefix = String(repeating: "> ", count: 500)
    let lesson = try LessonReader.read("\(prefix)```swift\n\(prefix)x\n\(prefix)```\n", named: "l.md").lesson
    #expect(lesson.steps.map(\.source.text) == ["x"])
    #expect(lesson.steps.first?.source.position(line: 1, column: 1) == SourcePosition(line: 2, column: 1_001))
  }

  @Test(
    "a huge line is read",
    arguments: [
      "[", "*", "a*", "`a` ", "&amp;", "*a* ", "[a](b) ", "<http://a> ", "x", " ", "\0", "<b>", "{{", "{{a.b}} ", "![",
      "\\", "<!-- notes: x -->", "a\r",
    ])
  func hugeLine(_ piece: String) throws {
    let text = "# T\n\n" + String(repeating: piece, count: 30_000 / piece.utf8.count) + "\n\nend\n"
    let lesson = try LessonReader.read(text, named: "l.md").lesson
    #expect(lesson.title == "T")
    #expect(lesson.document.children.last?.children.map(\.kind) == [.text("end")])
  }

  @Test("a huge info string, a huge quiz and very many steps are read")
  func hugeBlocks() throws {
    let words = try LessonReader.read("```swift " + String(repeating: "x ", count: 10_000) + "\n```\n", named: "l.md")
    #expect(words.warnings.count == 10_000)
    let quiz = try LessonReader.read(
      "```quiz\nQ\n" + String(repeating: "- [x] a\n", count: 10_000) + "```\n", named: "l.md")
    #expect(quiz.lesson.quizzes.first?.choices.count == 10_000)
    let steps = try LessonReader.read((0..<2_000).map { "```swift id=a\($0)\n```\n" }.joined(), named: "l.md")
    #expect(steps.lesson.steps.count == 2_000)
  }

  @Test("lessons with random damage are read or refused, and what is read comes back", arguments: 0..<40)
  func damage(_ seed: UInt64) throws {
    var random = SplitMix(state: seed)
    for _ in 0..<25 {
      let bytes = Self.damaged(using: &random)
      let reading: LessonReading
      do {
        reading = try LessonReader.read(bytes, named: "l.md")
      } catch {
        #expect("\(error)".hasPrefix("l.md:"))
        continue
      }
      let lineCount = SourceLines(bytes).count
      for warning in reading.warnings {
        #expect((1...max(1, lineCount)).contains(warning.line ?? 0), "\(bytes): \(warning)")
      }
      let again = try LessonReader.read(LessonWriter.text(of: reading.lesson), named: "l.md").lesson
      #expect(
        again.withoutPositions == reading.lesson.withoutPositions,
        "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  private static let lesson = Array(
    """
    ---
    title: T
    objectives: [a, b]
    ---
    # A *b* `c`

    - item {{a.x:%.2f}}

      ```swift id=a title="b c"
      let x = 1
      ```
      ~~~expect
      ≈1 ...
      ~~~

    > ```quiz
    > Q?
    > - [x] a
    >   b
    > ```

    <!-- notes: n -->
    [l](u "t") <http://x.y> &amp; **s**
    """.utf8)

  private static func damaged(using random: inout SplitMix) -> [UInt8] {
    var bytes = lesson
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes.remove(at: at)
      case 1: bytes[at] = UInt8.random(in: 0...127, using: &random)
      case 2:
        bytes.insert(
          contentsOf: Array(
            ["\r", "\t", "> ", "- ", "```\n", "\0", "*", "    "].randomElement(using: &random)?.utf8 ?? "".utf8), at: at
        )
      case 3: bytes.removeSubrange(at..<min(bytes.count, at + 20))
      default:
        bytes.insert(
          contentsOf: bytes[at..<min(bytes.count, at + 30)], at: Int.random(in: 0...bytes.count, using: &random))
      }
      if bytes.isEmpty { bytes = [0x61] }
    }
    return bytes
  }
}

/// Steele et al. 2014.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
