// A course on disk: a folder that holds `Lessons/<chapter>/<lesson>.md`, and the list of those lessons.
import Foundation
import SystemTools

public struct Course: Equatable, Sendable {
  /// The course's folder, absolute.
  public let root: String
  /// In the order of their numbers, those without one last.
  public let lessons: [CourseLesson]
  /// What is odd about the folders and files; what is odd inside a lesson is told when it is read.
  public let warnings: [LessonWarning]

  static let lessonsFolder = "Lessons"

  /// The course of a folder or file: the nearest folder, from there upward, that holds a folder `Lessons`.
  public static func containing(_ path: String) throws(CourseError) -> Course {
    var folder = URL(fileURLWithPath: path).standardizedFileURL
    while true {
      if isFolder(folder.appendingPathComponent(lessonsFolder).path) { return try Course(root: folder.path) }
      let parent = folder.deletingLastPathComponent().standardizedFileURL
      guard parent.path.count < folder.path.count else { throw .noCourse(path: path) }
      folder = parent
    }
  }

  private init(root: String) throws(CourseError) {
    var list = LessonList(root: root)
    try list.addChapters()
    self.root = root
    lessons = list.sortedLessons
    warnings = list.warnings
  }

  fileprivate static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}

/// Looks into the folders of a course.
private struct LessonList {
  let root: String
  private(set) var warnings: [LessonWarning] = []
  private var entries: [(chapter: Int?, lesson: Int?, value: CourseLesson)] = []

  init(root: String) { self.root = root }

  /// By chapter, then by lesson; names in between decide where numbers do not.
  var sortedLessons: [CourseLesson] {
    let key = { (number: Int?) in number ?? .max }
    return entries.sorted {
      (key($0.chapter), $0.value.chapter ?? "", key($0.lesson), $0.value.path)
        < (key($1.chapter), $1.value.chapter ?? "", key($1.lesson), $1.value.path)
    }.map(\.value)
  }

  mutating func addChapters() throws(CourseError) {
    for name in try names(in: Course.lessonsFolder) {
      let path = "\(Course.lessonsFolder)/\(name)"
      if Course.isFolder("\(root)/\(path)") {
        let chapter = NumberedName(name)
        addLessons(in: path, of: chapter)
      } else if isLesson(name) {
        add(path, NumberedName(name.dropLast(3)), chapter: nil)
      }
    }
    warnAboutNumbers()
  }

  private mutating func addLessons(in path: String, of chapter: NumberedName) {
    let files: [String]
    do {
      files = try names(in: path).filter(isLesson)
    } catch {
      return warn(path, "this chapter is left out: \(error)")
    }
    for file in files { add("\(path)/\(file)", NumberedName(file.dropLast(3)), chapter: chapter) }
    if !files.isEmpty, chapter.number == nil {
      warn(path, "this chapter has no number; name it 01-\(chapter.slug)")
    }
  }

  /// Visible names, sorted.
  private func names(in folder: String) throws(CourseError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)").filter { !$0.hasPrefix(".") }
        .sorted()
    } catch {
      throw .unreadable(folder: folder, reason: (error as NSError).localizedDescription)
    }
  }

  private func isLesson(_ name: String) -> Bool {
    name.hasSuffix(".md") && name.count > 3 && !["readme.md", Glossary.fileName].contains(name.lowercased())
  }

  private mutating func warn(_ path: String, _ message: String) {
    warnings.append(LessonWarning(path: path, line: nil, message: message))
  }

  private mutating func add(_ path: String, _ name: NumberedName, chapter: NumberedName?) {
    let absolutePath = "\(root)/\(path)"
    // A lesson that cannot be read is listed too; why not is told by whoever reads it.
    let text = (try? RegularFile(absolutePath)).flatMap { try? LessonText($0.bytes, path: path) }
    if name.number == nil { warn(path, "this lesson has no number; name it 01-\(name.slug).md") }
    let numbers = chapter.map { [$0.number, name.number] } ?? [name.number]
    let number = numbers.contains(nil) ? nil : numbers.compactMap { $0.map(String.init) }.joined(separator: ".")
    let lesson = CourseLesson(
      number: number, slug: name.slug, title: text?.title ?? name.title, path: path, absolutePath: absolutePath,
      chapter: chapter?.title)
    entries.append((chapter?.number, name.number, lesson))
  }

  private mutating func warnAboutNumbers() {
    var paths: [String: String] = [:]
    for lesson in sortedLessons {
      guard let number = lesson.number else { continue }
      if let first = paths[number] { warn(lesson.path, "\(first) has the number \(number) too") }
      paths[number] = paths[number] ?? lesson.path
    }
  }
}
