// `lectern list --concepts`: the terms of the glossary, each with the steps that show it.
import Foundation
import Learning
import LessonDocuments
import Rendering

struct ConceptList {
  /// All must be in a term.
  let words: [String]
  let hasDefinitions: Bool

  /// The JSON.
  private struct Concept: Encodable {
    struct Place: Encodable {
      var lesson: String
      var step: String
      var path: String
      var line: Int
    }

    var term: String
    var definition: String
    var steps: [Place]
  }

  /// - Throws: `CourseError`, or `LessonError` if the glossary cannot be read. A lesson that cannot is left out, and told.
  func write(_ format: ListFormat, _ drawing: DrawingOptions) throws {
    let course = try Course.containing(FileManager.default.currentDirectoryPath)
    let all = ConceptIndex(try Glossary(of: course), lessons: Self.lessons(of: course))
    for warning in all.warnings { StandardError.write("\(warning)\n") }
    let found = all.filtered(words)
    if found.concepts.isEmpty { StandardError.write(nothing(all)) }
    switch format {
    case .json: StandardOutput.write(try ListFormat.line(["concepts": found.concepts.map(Self.concept)]))
    case .text:
      let options = drawing.text()
      StandardOutput.write(
        ConceptPicture.lines(for: found, hasDefinitions: hasDefinitions, options: options).encoded(options))
    }
  }

  private static func lessons(of course: Course) -> [(CourseLesson, Lesson)] {
    course.lessons.compactMap { entry in
      do {
        return (entry, try LessonReader.read(file: entry.absolutePath, named: entry.path, course: course.root).lesson)
      } catch {
        StandardError.write("\(error)\n")
        return nil
      }
    }
  }

  private static func concept(_ concept: (term: Glossary.Term, places: [ConceptIndex.Place])) -> Concept {
    Concept(
      term: concept.term.name, definition: concept.term.definition,
      steps: concept.places.map { place in
        Concept.Place(
          lesson: place.lesson.number ?? place.lesson.slug, step: place.step.name, path: place.lesson.path,
          line: place.step.range.start.line)
      })
  }

  /// What there is instead.
  private func nothing(_ all: ConceptIndex) -> String {
    guard let nearest = all.nearestTerm(to: words) else {
      return "the course explains no terms yet. They go into \(Glossary.path), each below a heading of level 2\n"
    }
    return "no term holds \(words.joined(separator: " ").quoted); the nearest is \(nearest.quoted)\n"
  }
}
