// The labels of a classification: those that were given, or those in the data; and what is wrong with them.
internal import DataPreparation
internal import Messages

enum RunLabels {
  /// The labels in their order. Throws ``RunProblems``: a label outside the set, one that nothing can be learnt of, fewer
  /// than two.
  static func labels(_ section: RunConfiguration.DataSection, _ data: RunData) throws(RunProblems) -> [String] {
    let given = section.labels.map(\.trimmed)
    let learnt = counts(data.training)
    let held = counts(data.validation)
    var problems: [RunProblem] = []
    for (place, label) in given.enumerated() where given[..<place].contains(label) {
      problems.append(RunProblem("data.labels", "names \(label.quoted) twice"))
    }
    let labels = given.isEmpty ? learnt.keys.sorted() : given
    problems += outside(labels, data, isGiven: !given.isEmpty)
    for label in labels {
      switch (learnt[label] ?? 0, held[label] ?? 0) {
      case (0, let held):
        problems.append(
          RunProblem(
            "data.labels",
            "has \(label.quoted), which \(held == 0 ? "no row" : "no training row") has; leave it out or "
              + "give rows of it"))
      case (1, 0):
        problems.append(
          RunProblem(
            "data.labels",
            "has \(label.quoted), of which there is one row: nothing can be learnt and judged by it; give "
              + "more of them, or leave it out"))
      default: break
      }
    }
    if labels.count < 2 {
      problems.append(
        RunProblem(
          "data.labels",
          "would be \(labels.map(\.quoted).joined(separator: ", ")); to tell texts apart there must be two "
            + "at least. For numbers take problem: regression"))
    } else if labels.count > Self.most, given.isEmpty {
      problems.append(
        RunProblem(
          "data.labels",
          "would be \(labels.count) different ones, such as \(labels[0].quoted) and \(labels[1].quoted); "
            + "is label another column, or are they numbers, which take problem: regression? If not, name them all"))
    }
    if !problems.isEmpty { throw RunProblems(problems) }
    return labels
  }

  /// More different labels are taken for a mistake unless they are named.
  private static let most = 100

  /// Rows whose labels are not among those that can be learnt, the first of each.
  private static func outside(_ labels: [String], _ data: RunData, isGiven: Bool) -> [RunProblem] {
    var seen = Set(labels)
    let known = labels.prefix(12).map(\.quoted).joined(separator: ", ") + (labels.count > 12 ? ", …" : "")
    return (data.training + data.validation).compactMap { row -> RunProblem? in
      let label = RunLabels.label(of: row)
      guard seen.insert(label).inserted else { return nil }
      let nearest = NearestName.of(label, among: labels).flatMap {
        NearestName.distance($0, label) <= 2 ? "; is \($0.quoted) meant?" : nil
      }
      return isGiven
        ? RunProblem(
          "data.labels", "is \(known), and \(row.place) has \(label.quoted)\(nearest ?? "; add it, or mend the row")")
        : RunProblem(
          "data.validation",
          "has the label \(label.quoted) at \(row.place), which no training row has"
            + (nearest ?? "; give training rows of it, or leave it out"))
    }
  }

  static func label(of row: RunRow) -> String { (row["label"] ?? "").trimmed }

  private static func counts(_ rows: [RunRow]) -> [String: Int] {
    rows.reduce(into: [:]) { $0[label(of: $1), default: 0] += 1 }
  }
}
