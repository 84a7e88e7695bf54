// From Task.md to what its front matter says. Learners rely on it, so what makes no sense is an error, not a warning.
import LessonDocuments
import SystemTools

/// The front matter of a `Task.md`, and the task below it.
struct ExerciseTask: Equatable {
  var id = ""
  var title: String?
  var points = 0
  var lesson: String?
  var needs: [String] = []
  var timeLimit = ExerciseTask.defaultTimeLimit
  var memoryLimit = ExerciseTask.defaultMemoryLimit
  var withhold: [String] = []
  var reads: [String] = []
  var hints: [String] = []
  var text: Lesson
  var warnings: [LessonWarning]

  /// Seconds.
  static let defaultTimeLimit = 10.0
  /// Bytes.
  static let defaultMemoryLimit = 512 << 20
}

struct TaskReader {
  private var task: ExerciseTask
  private let path: String
  /// `02-architecture`
  private let chapter: String

  enum Key: String, CaseIterable {
    case id, title, chapter, lesson, points, needs, timeLimit, memoryLimit, withhold, reads, hints
  }

  /// - Parameters:
  ///   - file: where it is on disk.
  ///   - path: what messages call it.
  ///   - chapter: the name of the chapter's folder, which `chapter:` must mean.
  ///   - root: the course's folder.
  static func read(
    file: String, named path: String, chapter: String, course root: String
  ) throws(ExerciseError) -> ExerciseTask {
    let (reading, block): (LessonReading, FrontMatterBlock)
    do {
      (reading, block) = try LessonReader.readLeavingFrontMatter(file: file, named: path, course: root)
    } catch {
      throw .unreadableTask(error)
    }
    guard block.isThere else { throw .noFrontMatter(path: path) }
    if let fault = block.faults.first { throw .badFrontMatter(path: path, line: fault.line, problem: fault.message) }
    let task = ExerciseTask(text: reading.lesson, warnings: reading.warnings)
    var reader = TaskReader(task: task, path: path, chapter: chapter)
    for entry in block.entries { try reader.read(entry) }
    if reader.task.id.isEmpty { throw .missingKey(path: path, key: Key.id.rawValue) }
    if reader.task.points == 0 { throw .missingKey(path: path, key: Key.points.rawValue) }
    return reader.task
  }

  private mutating func read(_ entry: FrontMatterBlock.Entry) throws(ExerciseError) {
    guard let key = Key(rawValue: entry.key) else {
      let nearest = NearestName.of(entry.key, among: Key.allCases.map(\.rawValue)) ?? ""
      throw .unknownKey(path: path, line: entry.line, key: entry.key, nearest: nearest)
    }
    // `lesson:` and nothing: as if it were not there.
    if entry.value.isNothing { return }
    guard try read(entry.value, of: key) else {
      throw .badValue(path: path, line: entry.line, key: key.rawValue, form: form(of: key))
    }
  }

  /// False if the value makes no sense for its key.
  private mutating func read(_ value: FrontMatterValue, of key: Key) throws(ExerciseError) -> Bool {
    switch key {
    case .id: return Self.set(&task.id, to: value.text.flatMap { ExerciseName.isID($0) ? $0 : nil })
    case .title: return Self.set(&task.title, to: value.text)
    case .chapter: return value.text.map(isChapter) ?? false
    case .lesson: return Self.set(&task.lesson, to: value.text)
    case .points: return Self.set(&task.points, to: Self.wholeNumber(value))
    case .needs: return try readList(value, of: key) { $0.needs = $1 }
    case .timeLimit: return Self.set(&task.timeLimit, to: value.number.flatMap(Timeout.seconds))
    case .memoryLimit: return Self.set(&task.memoryLimit, to: value.text.flatMap(MemorySize.bytes))
    case .withhold: return try readList(value, of: key) { $0.withhold = $1 }
    case .reads:
      return try readList(value, of: key) { $0.reads = $1 } && task.reads.allSatisfy(Exercise.readableFolders.contains)
    case .hints: return try readList(value, of: key) { $0.hints = $1 }
    }
  }

  private static func set<Value>(_ place: inout Value, to value: Value?) -> Bool {
    guard let value else { return false }
    place = value
    return true
  }

  private static func set<Value>(_ place: inout Value?, to value: Value?) -> Bool {
    place = value
    return value != nil
  }

  private static func wholeNumber(_ value: FrontMatterValue) -> Int? {
    value.number.flatMap { Int($0) }.flatMap { (1...10_000).contains($0) ? $0 : nil }
  }

  private mutating func readList(
    _ value: FrontMatterValue, of key: Key, store: (inout ExerciseTask, [String]) -> Void
  ) throws(ExerciseError) -> Bool {
    guard let items = value.items else { return false }
    var texts: [String] = []
    for item in items {
      guard let text = item.paragraphs else {
        throw .badValue(path: path, line: item.line, key: "an item of \(key.rawValue)", form: "text")
      }
      texts.append(text)
    }
    store(&task, texts)
    return true
  }

  /// `2`, `02-architecture`, `architecture` and `Architecture` all mean the folder that the exercise is in.
  private func isChapter(_ text: String) -> Bool {
    let name = NumberedName(chapter)
    return [chapter, name.slug, name.title, name.number.map(String.init) ?? ""]
      .contains { $0.lowercased() == text.lowercased() }
  }

  private func form(of key: Key) -> String {
    switch key {
    case .id: "\(ExerciseName.form), such as softmax or causal-attention"
    case .title, .lesson: "text"
    case .chapter: "the chapter that the folder is in, \(chapter.quoted)"
    case .points: "a whole number from 1 to 10000"
    case .needs, .withhold, .hints: "a list, such as [\"one\", \"two\"]"
    case .reads: "a list of folders of the course, of \(Exercise.readableFolders.joined(separator: ", "))"
    case .timeLimit: Timeout.form
    case .memoryLimit: MemorySize.form
    }
  }
}
