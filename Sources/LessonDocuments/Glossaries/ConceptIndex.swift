// Which step shows what: the terms of the glossary, and the steps that say `shows=`.

public struct ConceptIndex: Equatable, Sendable {
  public struct Place: Equatable, Sendable {
    public var lesson: CourseLesson
    public var step: Step

    /// `2.6 scores`: the lesson's number, or its slug if it has none, and the step's name.
    public var name: String { "\(lesson.number ?? lesson.slug) \(step.name)" }
  }

  /// The glossary's terms in its order, each with the steps that show it in the order of the course.
  public private(set) var concepts: [(term: Glossary.Term, places: [Place])]
  /// What a step says it shows and the glossary does not know.
  public private(set) var warnings: [LessonWarning] = []

  public init(_ glossary: Glossary, lessons: [(CourseLesson, Lesson)]) {
    concepts = glossary.terms.map { ($0, []) }
    for (entry, lesson) in lessons {
      for step in lesson.steps {
        for name in step.concepts { add(name, Place(lesson: entry, step: step)) }
      }
    }
  }

  /// Those whose terms hold all of the words, whatever their case.
  public func filtered(_ words: [String]) -> ConceptIndex {
    var result = self
    result.concepts = concepts.filter { concept in
      words.allSatisfy { concept.term.name.lowercased().contains($0.lowercased()) }
    }
    return result
  }

  /// The term that is most like the words; nil if there are no terms.
  public func nearestTerm(to words: [String]) -> String? {
    NearestName.of(words.joined(separator: " "), among: concepts.map(\.term.name))
  }

  private mutating func add(_ name: String, _ place: Place) {
    if let index = concepts.firstIndex(where: { $0.term.name.lowercased() == name.lowercased() }) {
      concepts[index].places.append(place)
      return
    }
    let nearest = NearestName.of(name, among: concepts.map(\.term.name)).map { "; the nearest term is \($0.quoted)" }
    warnings.append(
      LessonWarning(
        path: place.lesson.path, line: place.step.range.start.line,
        message: "shows=\(name.quoted): \(Glossary.path) has no such term\(nearest ?? "")"))
  }

  public static func == (a: Self, b: Self) -> Bool {
    a.warnings == b.warnings && a.concepts.map(\.term) == b.concepts.map(\.term)
      && a.concepts.map(\.places) == b.concepts.map(\.places)
  }
}
