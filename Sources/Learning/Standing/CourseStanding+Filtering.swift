// A course through a filter, and what to try where nothing passes it.
import LessonDocuments

extension CourseStanding {
  public func filtered(_ filter: CourseFilter) -> CourseStanding {
    filtered { chapter, item in filter.matches(item, in: chapter) }
  }

  /// Words that would find something in the place of one that finds nothing by itself; nil if every word finds something.
  public func nearestWord(to filter: CourseFilter) -> (word: String, nearest: String)? {
    let names = lessons.map(\.lesson.slug) + exercises.map(\.exercise.id)
    for word in filter.words where filtered(CourseFilter(words: [word])).chapters.isEmpty {
      if Int(word) == nil, let nearest = NearestName.of(word, among: names) { return (word, nearest) }
    }
    return nil
  }
}
