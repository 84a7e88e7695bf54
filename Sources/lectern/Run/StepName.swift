// A step as people name it: by its id or its number.
import LessonDocuments

extension Lesson {
  /// The index of a step.
  ///
  /// - Throws: `UsageFailure` with the names that there are.
  func stepIndex(named name: String) throws(UsageFailure) -> Int {
    if let index = steps.firstIndex(where: { $0.name == name }) { return index }
    if let number = Int(name), steps.indices.contains(number - 1) { return number - 1 }
    let names = steps.map(\.name).joined(separator: ", ")
    throw UsageFailure("\(path) has no step \(name.quoted); its steps are \(names.isEmpty ? "none" : names)")
  }
}
