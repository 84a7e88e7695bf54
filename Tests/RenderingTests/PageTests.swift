// The page: whole, harmless, readable without seeing it.
import Foundation
import LessonDocuments
import Rendering
import StepRecords
import Testing

@Suite("The page")
struct PageTests {
  private static let page = LessonPage.html(Samples.lesson, outputs: Samples.outputs)

  /// A lesson that says `text` wherever it can, with outputs that do so too.
  private static func page(saying text: String) -> String {
    var builder = LessonBuilder(path: text, title: text)
    builder.frontMatter {
      $0.summary = text
      $0.objectives = [text]
      $0.needs = [text]
    }
    PropertyTests.prose(saying: text).forEach { builder.prose($0) }
    builder.step(text, id: text) { $0.title = text }
    builder.quiz(text, [.init(text: text, isRight: true, reason: text)])
    let output = StepOutput(records: Hostile.records(saying: text), end: .init(status: .failed, note: text))
    return LessonPage.html(builder.built, outputs: [output])
  }

  @Test("is balanced, and shows hostile text as text", arguments: Hostile.texts)
  func hostile(_ text: String) throws {
    let page = Self.page(saying: text)
    let tags = try Tags(page)
    #expect(tags.problem == nil)
    #expect(tags.names.isSubset(of: Tags.allowed))
    #expect(tags.attributes.allSatisfy { !$0.hasPrefix("on") })
    #expect(tags.destinations.allSatisfy { !$0.lowercased().hasPrefix("javascript:") })
    #expect(tags.sources.allSatisfy { $0.hasPrefix("data:image/svg+xml,") })
    #expect(!page.unicodeScalars.contains { $0.isUnsafe && $0 != "\t" })
  }

  @Test("is balanced for records that lie")
  func lies() throws {
    let page = LessonPage.html(Samples.lesson, outputs: [StepOutput(records: Hostile.lies)])
    #expect(try Tags(page).problem == nil)
    let number = #/\s(x|y|x1|y1|x2|y2|cx|cy|width|height|points|d|value)="[^"]*(nan|inf)/#
    #expect(page.firstMatch(of: number) == nil)
  }

  @Test("holds no script and fetches nothing")
  func selfContained() throws {
    let tags = try Tags(Self.page)
    #expect(!tags.names.contains("script") && !tags.names.contains("link"))
    #expect(tags.sources.count == 1)
    #expect(!Self.page.contains("@import") && !Self.page.contains("url("))
  }

  @Test("a step's drawing is an image, never markup of the page")
  func drawing() {
    #expect(!Self.page.contains("<circle cx=\"30\""))
    #expect(Self.page.contains("alt=\"a red disc, and right of it a blue line that rises\""))
  }

  @Test("every picture has its content in words")
  func words() throws {
    let pictures = Self.page.ranges(of: "<svg ").count
    #expect(pictures > 10)
    #expect(Self.page.ranges(of: "role=\"img\"").count == pictures)
    #expect(Self.page.ranges(of: "<desc></desc>").isEmpty)
    #expect(Self.page.contains("token 1 &#39;pilot&#39; looks at token 0 &#39;the&#39;, 43 %"))
  }

  @Test("a loss that training tells as a series of its own is drawn once, and with the progress otherwise")
  func lossOnce() {
    var builder = LessonBuilder(path: "a.md", title: "a")
    builder.step("train()")
    let progress = Samples.finished.map { Record(name: "training", content: .progress($0)) }
    let loss = Record(name: "loss", content: Samples.lossSeries.content)
    func curves(_ records: [Record]) -> Int {
      LessonPage.html(builder.built, outputs: [StepOutput(records: records)]).ranges(of: "<polyline").count
    }
    #expect(curves(progress) == 1)
    #expect(curves(progress + [loss]) == 1)
  }

  @Test("the last number below a curve is not cut off")
  func lastLabel() throws {
    let numbers = (0...1_200_000).map { Double($0 % 7) }
    let series = SeriesRecord(
      count: numbers.count, last: 0, minimum: 0, maximum: 6, values: [0, 6, 3], stride: 600_000)
    var builder = LessonBuilder(path: "a.md", title: "a")
    builder.step("x")
    let page = LessonPage.html(
      builder.built, outputs: [StepOutput(records: [Record(name: "x", content: .series(series))])])
    let places = page.matches(of: #/<text[^>]*\sx="([0-9.]+)"[^>]*>([^<]*)</#).compactMap { match in
      Double(match.1).map { ($0, Double(match.2.count)) }
    }
    #expect(places.contains { $0.0 > 600 })
    for (x, letters) in places where x > 600 { #expect(x + letters * 7 / 2 <= 722) }
  }

  @Test("shows lines with their numbers in the file, hidden source folded, and what was not run")
  func steps() {
    #expect(Self.page.contains("counter-reset:line \(Samples.lesson.steps[0].source.firstLine - 1)"))
    #expect(Self.page.contains("<details><summary>source</summary><pre"))
    #expect(Self.page.contains("shown, not run"))
    #expect(!Self.page.contains("≈0.330</code>"), "the expected output is not repeated")
  }

  @Test("the colours of both surfaces stand out at least 4.5 : 1")
  func contrast() throws {
    let sheet = try #require(Self.page.split(separator: "<style>").dropFirst().first)
    let palettes = sheet.matches(of: /\{(?:color-scheme:light dark;)?(--background:[^}]*)\}/).map { String($0.1) }
    #expect(palettes.count == 2)
    for palette in palettes {
      let colors = Dictionary(
        uniqueKeysWithValues: palette.split(separator: ";").compactMap { pair -> (String, Double)? in
          let parts = pair.split(separator: ":")
          return parts.count == 2 ? (String(parts[0]), luminance(parts[1])) : nil
        })
      for (name, ink) in colors where !["--background", "--surface", "--rule"].contains(name) {
        for surface in ["--background", "--surface"] {
          let other = try #require(colors[surface])
          let contrast = (max(ink, other) + 0.05) / (min(ink, other) + 0.05)
          #expect(contrast >= 4.5, "\(name) on \(surface)")
        }
      }
    }
  }

  /// Relative luminance of `#rrggbb` by WCAG 2.2.
  private func luminance(_ hex: Substring) -> Double {
    let value = Int(hex.dropFirst(), radix: 16) ?? 0
    func linear(_ component: Int) -> Double {
      let share = Double(component & 0xff) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(value >> 16) + 0.7152 * linear(value >> 8) + 0.0722 * linear(value)
  }
}
