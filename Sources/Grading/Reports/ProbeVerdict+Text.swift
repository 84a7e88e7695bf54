// What is said of a probe in reports and exports: as far as the verdict tells, and no more of a hidden one.
import Rendering

extension ProbeVerdict {
  /// Sentences, one each; empty if it passed and there is nothing to say.
  var explanation: [String] {
    var lines = message.isEmpty ? [] : [message]
    if visible, let difference { lines += difference.sentences }
    if visible, let line { lines.append("Line \(line) of your file.") }
    if let lesson, status == .failed { lines.append("Explained in lesson \(lesson).") }
    if lines.isEmpty, status == .couldNotCheck { lines.append("This could not be checked; it costs no points.") }
    return lines
  }
}

extension ProbeVerdict.Status {
  /// For people.
  var words: String {
    switch self {
    case .passed: "passed"
    case .failed: "failed"
    case .notRun: "not run"
    case .couldNotCheck: "could not check"
    }
  }
}

extension ValueDifference {
  var sentences: [String] {
    let numbers = NumberText(TextOptions())
    let what = kind == .shape ? "shape " : ""
    let at = place.isEmpty ? "" : " at \(place.joined(separator: ", "))"
    var sentences = ["Expected \(what)\(expected)\(at), got \(what)\(actual)."]
    if let wrongCount, let count, count > 1 {
      sentences.append("\(numbers.count(wrongCount)) of \(numbers.counted(count, "number")) are too far off.")
    }
    if let largestError { sentences.append("The largest error is \(numbers.short(largestError)).") }
    return sentences
  }
}
