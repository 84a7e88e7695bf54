// What is said of a probe in reports and exports: as far as the verdict tells, and no more of a hidden one.

extension ProbeVerdict {
  /// Sentences, one each; empty if it passed and there is nothing to say.
  var explanation: [String] {
    var lines = message.split(separator: "\n").map(String.init)
    // A mistake's sentence does not say what differs; every other message does.
    if visible, mistake != nil, let difference { lines += DifferenceText.lines(for: difference) }
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
