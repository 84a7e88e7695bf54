// What the front matter of a lesson says (LESSON_FORMAT rule 2). What makes no sense is a warning.
import SystemTools

struct FrontMatterReader {
  private(set) var frontMatter = FrontMatter()
  private(set) var warnings: [LessonWarning] = []

  private let path: String

  private enum Key: String, CaseIterable { case title, summary, minutes, objectives, needs, seed, timeout }

  init(_ block: FrontMatterBlock, path: String) {
    self.path = path
    for fault in block.faults { warn(fault.line, fault.message) }
    for entry in block.entries {
      guard let key = Key(rawValue: entry.key) else {
        let nearest = NearestName.of(entry.key, among: Key.allCases.map(\.rawValue)) ?? ""
        warn(entry.line, "unknown key \(entry.key.quoted); the nearest known one is \(nearest.quoted)")
        continue
      }
      // `title:` and nothing: as if it were not there.
      if entry.value.isNothing { continue }
      if !read(entry.value, of: key) {
        warn(entry.line, "\(key.rawValue) has no effect: it must be \(Self.form(of: key))")
      }
    }
    warnings.sort { ($0.line ?? 0) < ($1.line ?? 0) }
  }

  private mutating func warn(_ line: Int, _ message: String) {
    warnings.append(LessonWarning(path: path, line: line, message: message))
  }

  /// False if the value makes no sense for its key.
  private mutating func read(_ value: FrontMatterValue, of key: Key) -> Bool {
    switch key {
    case .title: Self.set(&frontMatter.title, to: value.text)
    case .summary: Self.set(&frontMatter.summary, to: value.text)
    case .minutes: Self.set(&frontMatter.minutes, to: value.number.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil })
    case .objectives: readList(value, of: key) { $0.objectives = $1 }
    case .needs: readList(value, of: key) { $0.needs = $1 }
    case .seed: Self.set(&frontMatter.seed, to: value.number.flatMap { UInt64($0) })
    case .timeout: Self.set(&frontMatter.timeout, to: value.number.flatMap(Timeout.seconds))
    }
  }

  private static func set<Value>(_ place: inout Value?, to value: Value?) -> Bool {
    place = value
    return value != nil
  }

  private mutating func readList(
    _ value: FrontMatterValue, of key: Key, store: (inout FrontMatter, [String]) -> Void
  ) -> Bool {
    guard let items = value.items else { return false }
    let texts = items.compactMap { item in
      let text = item.text
      if text == nil { warn(item.line, "this item of \(key.rawValue) is not text; it has no effect") }
      return text
    }
    store(&frontMatter, texts)
    return true
  }

  private static func form(of key: Key) -> String {
    switch key {
    case .title, .summary: "text"
    case .minutes: "a whole number above 0, such as 18"
    case .objectives, .needs: "a list, such as [\"one\", \"two\"]"
    case .seed: "a whole number from 0 on, such as 3"
    case .timeout: Timeout.form
    }
  }
}
