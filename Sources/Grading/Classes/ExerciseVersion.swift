// Which exercise it was that a submission was judged by: changes when anything does that a verdict depends on.
import Foundation
import Hashing
import StepExecution

enum ExerciseVersion {
  /// A hash of the task, the probes, the reference solution and the mistakes, and of whatever else the judge depends on.
  ///
  /// - Parameter judge: of the compiler and the library, for example; changes when they do.
  static func of(_ exercise: Exercise, judge: String) -> String {
    var hash = SHA256()
    let add = { (text: String) in hash.add(Array("\(text.utf8.count) \(text)\n".utf8)) }
    add(judge)
    for text in [exercise.id, exercise.fileName, String(exercise.points), String(exercise.timeLimit)] { add(text) }
    add(String(exercise.memoryLimit))
    for symbol in exercise.withhold { add(symbol) }
    for folder in exercise.reads {
      let names =
        FileManager.default.enumerator(atPath: "\(exercise.root)/\(folder)")?.compactMap { $0 as? String } ?? []
      for name in ([""] + names).map({ "\(folder)/\($0)" }).sorted() {
        add("reads \(name) " + ((try? SHA256.hexadecimal(ofFile: "\(exercise.root)/\(name)")) ?? "folder"))
      }
    }
    let fixed = [
      exercise.probesFile, exercise.fixturesFile, exercise.answersFile, exercise.solutionFile,
      exercise.hiddenProbesFile,
    ]
    let mistakes = ((try? FileManager.default.contentsOfDirectory(atPath: exercise.mistakesFolder)) ?? []).sorted()
    for file in fixed + mistakes.map({ "\(exercise.mistakesFolder)/\($0)" }) {
      // One that is not there counts as such: the judge says what it lacks.
      add(file.dropRoot(exercise.root) + " " + ((try? SHA256.hexadecimal(ofFile: file)) ?? "none"))
    }
    return hash.hexadecimal
  }
}

extension String {
  fileprivate func dropRoot(_ root: String) -> String {
    hasPrefix(root + "/") ? String(dropFirst(root.count + 1)) : self
  }
}
