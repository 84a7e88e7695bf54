// `verify --promote`: expect blocks rewritten, every other byte kept.
import Foundation
import Testing

@testable import LessonDocuments

struct PromotionTests {
  private func promoted(_ text: String, _ outputs: [Int: String]) throws -> String {
    let lesson = try LessonReader.read(text, named: "l.md").lesson
    return String(decoding: Promotion.rewrite(Data(text.utf8), outputs: outputs, lesson: lesson), as: UTF8.self)
  }

  @Test("only blocks that differ are rewritten, and nothing else in the file changes")
  func onlyDifferent() throws {
    let text =
      "\u{FEFF}---\nseed: 1   # kept\n---\n#   Title  \n\n* odd   list\n```swift\n1\n```\n```expect\n≈1.0\n```\n\n"
      + "```swift\n2\n```\n~~~~ expect  \nold\nlines\n~~~~~\n\n\n```swift\n3\n```\n```expect\nkept\n```\ntail  \n\n\n"
    let result = try promoted(text, [1: "1.0001\n", 2: "new\n", 3: "kept\n"])
    #expect(result == text.replacing("old\nlines\n", with: "new\n"))
    #expect(try promoted(text, [1: "1\n", 3: "kept"]) == text)
    #expect(try promoted(text, [:]) == text)
  }

  @Test(
    "containers and line endings are kept",
    arguments: [
      ("- x\r\n\r\n  ```swift\r\n  1\r\n  ```\r\n\r\n  ```expect\r\n  %\r\n  ```\r\ny\r\n", "\r\n  "),
      ("> ```swift\n> 1\n> ```\n> ```expect\n> %\n> ```\n", "\n> "), ("```swift\r1\r```\r```expect\r%\r```\r", "\r"),
      ("1. > ```swift\n   > ```\n   > ```expect\n   > %\n   > ```\n2. x\n", "\n   > "),
      ("- a\n\n\t```swift\n\t```\n\t```expect\n\t%\n\t```\n", "\n\t"),
    ])
  func containers(_ template: String, _ separator: String) throws {
    let result = try promoted(template.replacing("%", with: "old"), [1: "new\n  indented\n\ttab\n"])
    #expect(result == template.replacing("%", with: ["new", "  indented", "\ttab"].joined(separator: separator)))
  }

  @Test("empty lines of the output get no blanks at their end, and a quote keeps its mark")
  func emptyLines() throws {
    #expect(
      try promoted("- ```swift\n  ```\n  ```expect\n  old\n  ```\n", [1: "a\n\nb\n"])
        == "- ```swift\n  ```\n  ```expect\n  a\n\n  b\n  ```\n")
    #expect(
      try promoted("> ```swift\n> ```\n> ```expect\n> old\n> ```\n", [1: "a\n\nb\n"])
        == "> ```swift\n> ```\n> ```expect\n> a\n>\n> b\n> ```\n")
  }

  @Test("nothing printed gives an empty block, and an empty block is filled")
  func empty() throws {
    let full = "```swift\n```\n```expect\nold\n\n```\n"
    let empty = "```swift\n```\n```expect\n```\n"
    #expect(try promoted(full, [1: ""]) == empty)
    #expect(try promoted(empty, [1: "a"]) == "```swift\n```\n```expect\na\n```\n")
  }

  @Test("a fence becomes longer if the output would close it")
  func longerFence() throws {
    #expect(
      try promoted("```swift\n```\n```expect loose\nold\n```  \n", [1: "```\nx\n  `````\n"])
        == "```swift\n```\n``````expect loose\n```\nx\n  `````\n``````  \n")
    #expect(
      try promoted("```swift\n```\n~~~expect\nold\n~~~\n", [1: "```\n~~~ x\n"])
        == "```swift\n```\n~~~expect\n```\n~~~ x\n~~~\n")
    #expect(
      try promoted("> ```swift\n> ```\n> ~~~expect\n> old\n> ~~~\n", [1: "~~~\n"])
        == "> ```swift\n> ```\n> ~~~~expect\n> ~~~\n> ~~~~\n")
  }

  @Test(
    "a block that ends with its file is rewritten too",
    arguments: [
      ("```swift\n```\n```expect\nold", "```swift\n```\n```expect\nnew"),
      ("```swift\n```\n```expect\nold\n", "```swift\n```\n```expect\nnew\n"),
      ("```swift\n```\n```expect", "```swift\n```\n```expect\nnew"),
      ("```swift\n```\n```expect\nold\n```", "```swift\n```\n```expect\nnew\n```"),
    ])
  func endOfFile(_ text: String, _ expected: String) throws {
    #expect(try promoted(text, [1: "new\n"]) == expected)
  }

  @Test("a step that is not run is left alone")
  func notRun() throws {
    let text = "```swift no-run\n```\n```expect\nold\n```\n"
    #expect(try promoted(text, [1: ""]) == text)
  }

  @Test("a block that is not there any more is left alone")
  func changedFile() throws {
    let lesson = try LessonReader.read("```swift\n```\n```expect\nold\n```\n", named: "l.md").lesson
    for text in [
      "```swift\n```\n```expect\nmine\n```\n", "", "a\nb\nc\nold\n", "\n\n```swift\n```\n```expect\nold\n```\n",
    ] {
      let result = Promotion.rewrite(Data(text.utf8), outputs: [1: "new\n"], lesson: lesson)
      #expect(String(decoding: result, as: UTF8.self) == text)
    }
  }

  @Test(
    "what was promoted matches what was printed, whatever that is",
    arguments: [
      "trailing  \n", "...\n", "a ... ≈0.5\n", "0.1±0.2\n", "\n\n\n", "cr\rlf\r\nend", "\u{0}\n", "> q\n- l\n", "   \n",
      "\t\tx\n", "é\u{2028}x\n",
      "```\n````\n", "~~~\n", "\u{FEFF}x\n", "&amp; \\* <b>\n",
    ])
  func matchesItself(_ output: String) throws {
    for template in [
      "```swift\n```\n```expect\nold\n```\n", "- ```swift\n  ```\n  ~~~expect\n  old\n  ~~~\n- b\n",
      ">```swift\n>```\n>```expect\n>old\n>```\n",
      "1)\ta\n\n\t```swift\n\t```\n\t```expect\n\told\n\t```\n", "```swift\n```\n```expect\nold",
    ] {
      let text = try promoted(template, [1: output])
      let lesson = try LessonReader.read(text, named: "l.md").lesson
      let expectation = try #require(lesson.expectations.first)
      #expect(expectation.compare(with: output) == nil, "\(text.debugDescription)")
      #expect(lesson.steps.count == 1)
      // A second time there is nothing to do.
      #expect(try promoted(text, [1: output]) == text)
    }
  }
}
