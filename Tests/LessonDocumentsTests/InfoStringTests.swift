// The words of a fence's first line, and what they do to a step (LESSON_FORMAT rule 4).
import Testing

@testable import LessonDocuments

struct InfoStringTests {
  private func words(_ text: String) -> [String] {
    InfoString(text).attributes.map { attribute in attribute.value.map { "\(attribute.name)=[\($0)]" } ?? attribute.name
    }
  }

  @Test("attributes are bare words and key=value, values quoted if they hold spaces")
  func splitting() {
    #expect(InfoString("swift").language == "swift")
    #expect(
      words("swift hidden  id=a\ttitle=\"A sum\" include=a/b.swift#c") == [
        "hidden", "id=[a]", "title=[A sum]", "include=[a/b.swift#c]",
      ])
    #expect(words("swift title='it is \"it\"' x=") == ["title=[it is \"it\"]", "x=[]"])
    #expect(words("swift title=\"it says \"no\"\" slide") == ["title=[it says \"no\"]", "slide"])
    #expect(words("swift title=\"a=b\" =c") == ["title=[a=b]", "=[c]"])
  }

  @Test("a quotation mark that is never closed takes the rest, and is known")
  func unclosed() {
    let info = InfoString("swift title=\"A sum slide")
    #expect(info.attributes.map(\.value) == ["A sum slide"])
    #expect(info.unclosed == "title")
  }

  private func step(_ attributes: String) throws -> (step: Step, warnings: [String]) {
    let reading = try LessonReader.read("# T\n\n```swift \(attributes)\n1\n```\n", named: "l.md")
    return (try #require(reading.lesson.steps.first), reading.warnings.map(\.description))
  }

  @Test("every known attribute reaches the step")
  func known() throws {
    let (step, warnings) = try step(
      "id=a-1_b title=\"A sum\" timeout=2.5 trace=all no-run hidden expect-failure exercise=softmax predict slide")
    var expected = Step(number: 1, id: "a-1_b", source: step.source, range: step.range)
    expected.title = "A sum"
    expected.timeout = 2.5
    expected.trace = .all
    expected.isRun = false
    expected.isHidden = true
    expected.expectation = .failure
    expected.exercise = "softmax"
    expected.predicts = true
    expected.startsSlide = true
    #expect(step == expected)
    #expect(warnings.isEmpty)
    #expect(try self.step("expect-compile-error").step.expectation == .compileError)
  }

  @Test("predict may offer choices, and reveal is a word of its own")
  func predictAndReveal() throws {
    let (step, warnings) = try step("predict=\"it falls | it rises||it stays as it is\" reveal")
    #expect(step.predicts && step.isRevealed)
    #expect(step.predictionChoices == ["it falls", "it rises", "it stays as it is"])
    #expect(warnings.isEmpty)
    #expect(try self.step("predict").step.predictionChoices.isEmpty)
  }

  @Test(
    "predict without a choice to make asks all the same, with a warning that shows how",
    arguments: ["", "a", "|", "a|"])
  func noChoice(_ value: String) throws {
    let (step, warnings) = try step("predict=\"\(value)\"")
    #expect(step.predicts && step.predictionChoices.isEmpty)
    #expect(warnings.count == 1)
    #expect(warnings.first?.hasPrefix("l.md:3: ") == true && warnings.first?.contains("one|two|three") == true)
  }

  @Test("reveal takes no value")
  func revealWithValue() throws {
    let (step, warnings) = try step("reveal=yes")
    #expect(!step.isRevealed)
    #expect(warnings == ["l.md:3: reveal takes no value. Write it alone, or leave it out"])
  }

  @Test("a step without attributes has the defaults")
  func defaults() throws {
    let (step, warnings) = try step("")
    #expect(step == Step(number: 1, source: step.source, range: step.range))
    #expect(step.trace == .top && step.isRun && step.expectation == .success)
    #expect(warnings.isEmpty)
  }

  @Test(
    "an unknown attribute is a warning with its line and the nearest known one",
    arguments: [
      ("tile=\"A\"", "title"), ("hide", "hidden"), ("norun", "no-run"), ("expect-error", "expect-failure"),
      ("TITLE=a", "title"), ("predicts", "predict"), ("revealed", "reveal"),
    ])
  func unknown(_ attribute: String, _ nearest: String) throws {
    let (_, warnings) = try step(attribute)
    #expect(warnings.count == 1)
    #expect(
      warnings.first?.hasPrefix("l.md:3: unknown attribute") == true
        && warnings.first?.hasSuffix("\"\(nearest)\"") == true, "\(warnings)")
  }

  @Test(
    "a value that makes no sense is a warning and has no effect",
    arguments: [
      "timeout=abc", "timeout=-1", "timeout=0", "timeout=nan", "timeout=inf", "timeout=1e9", "trace=foo", "trace=",
      "trace",
      "id=", "id", "id=2", "id=a.b", "id=\"a b\"", "exercise=a/b", "hidden=true", "no-run=no", "title", "include",
    ])
  func badValue(_ attribute: String) throws {
    let (step, warnings) = try step(attribute)
    #expect(step == Step(number: 1, source: step.source, range: step.range))
    #expect(warnings.count == 1 && warnings.first?.hasPrefix("l.md:3: ") == true, "\(warnings)")
  }

  @Test(
    "what is said twice counts once, with a warning",
    arguments: [("id=a id=b", "a"), ("expect-failure expect-compile-error id=c", "c"), ("slide slide id=d", "d")])
  func twice(_ attributes: String, _ id: String) throws {
    let (step, warnings) = try step(attributes)
    #expect(step.id == id)
    #expect(step.expectation != .compileError)
    #expect(warnings.count == 1)
  }

  @Test("a message holds no control character of the file, and little of a long value")
  func harmless() throws {
    let (_, warnings) = try step("\u{1B}[31m" + String(repeating: "x", count: 500))
    let warning = try #require(warnings.first)
    #expect(!warning.unicodeScalars.contains("\u{1B}"))
    #expect(warning.count < 200)
  }

  @Test("entities and escapes of the info string are resolved as CommonMark says")
  func escapes() throws {
    #expect(try step("title=\"a &amp; \\*b\"").step.title == "a & *b")
  }
}
