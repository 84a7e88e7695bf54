// The chapters of a course, by their folders.

extension Course {
  /// The folder of the last lesson that is in one, such as `07-practical-applications`.
  package var lastChapter: String {
    lessons.last { $0.chapter != nil }?.path.split(separator: "/").dropFirst().first.map(String.init) ?? "01-first"
  }
}
