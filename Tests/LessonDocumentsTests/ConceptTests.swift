// The glossary, and which steps show its terms.
import Foundation
import Testing

@testable import LessonDocuments

struct ConceptTests {
  static let glossary =
    "# Glossary\n\nTerms.\n\n## node\n\nA **sum** and an activation.\n\nMore.\n\n## feed-forward network\n\nTwo layers.\n"

  static func index(_ step: String) throws -> ConceptIndex {
    let course = try TemporaryCourse([
      "Lessons/glossary.md": glossary, "Lessons/01-a/01-b.md": "# B\n\n```swift id=sum \(step)\nlet a = 1\n```\n",
    ])
    let found = try Course.containing(course.root)
    let lessons = try found.lessons.map {
      ($0, try LessonReader.read(file: $0.absolutePath, named: $0.path, course: found.root).lesson)
    }
    return ConceptIndex(try Glossary(of: found), lessons: lessons)
  }

  @Test("the glossary is no lesson; each heading of level 2 is a term, its first paragraph the definition")
  func terms() throws {
    let course = try TemporaryCourse(["Lessons/glossary.md": Self.glossary, "Lessons/01-a/01-b.md": "# B\n"])
    let found = try Course.containing(course.root)
    #expect(found.lessons.map(\.number) == ["1.1"])
    #expect(found.warnings.isEmpty)
    let glossary = try Glossary(of: found)
    #expect(glossary.terms.map(\.name) == ["node", "feed-forward network"])
    #expect(glossary.terms.map(\.definition) == ["A sum and an activation.", "Two layers."])
    #expect(glossary.terms.map(\.line) == [5, 11])
  }

  @Test("a course without a glossary has no terms")
  func none() throws {
    let course = try TemporaryCourse(["Lessons/01-a/01-b.md": "# B\n"])
    #expect(try Glossary(of: try Course.containing(course.root)).terms.isEmpty)
  }

  @Test("a step shows the terms that it names, whatever their case")
  func places() throws {
    let index = try Self.index("shows=\"Node, feed-forward network\"")
    #expect(index.concepts.map { $0.places.map(\.step.name) } == [["sum"], ["sum"]])
    #expect(index.warnings.isEmpty)
  }

  @Test("terms are found by words, and the nearest one where none holds them")
  func filtering() throws {
    let index = try Self.index("shows=node")
    #expect(index.filtered(["network", "FEED"]).concepts.map(\.term.name) == ["feed-forward network"])
    #expect(index.filtered([]) == index)
    #expect(index.filtered(["nod", "feed"]).concepts.isEmpty)
    #expect(index.nearestTerm(to: ["noed"]) == "node")
    #expect(index.concepts.first?.places.map(\.name) == ["1.1 sum"])
  }

  @Test("a term that the glossary does not know is a warning at the step, with the nearest one")
  func unknown() throws {
    let index = try Self.index("shows=nodes")
    #expect(index.concepts.allSatisfy { $0.places.isEmpty })
    #expect(index.warnings.count == 1 && index.warnings.first?.line == 3)
    #expect(index.warnings.first?.message.contains("\"node\"") == true, "\(index.warnings)")
  }
}
