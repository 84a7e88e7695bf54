// What a review came to: counts, who decided, and where reviewers disagree.
import DataPreparation
import Rendering

/// The JSON of `data review --apply` and `--log`.
struct ReviewReport: Encodable {
  struct Reviewer: Encodable {
    var reviewer: String
    var keep: Int
    var drop: Int
    var edit: Int
  }

  struct Disputed: Encodable {
    var row: String
    var instruction: String
    var verdicts: [String: String]
  }

  var rows: Int
  var kept: Int
  var edited: Int
  var dropped: Int
  var undecided: Int
  var disputed: [Disputed]
  /// Of the rows that several decided about, the share on which they agree.
  var agreement: Double?
  var reviewers: [Reviewer]
  /// What --apply wrote.
  var file: String?
  var written: Int?

  init(_ reviewed: ReviewedRows, _ log: ReviewLog, file: String?) {
    (kept, edited, dropped) = (reviewed.kept, reviewed.edited, reviewed.dropped)
    undecided = reviewed.undecided
    rows = kept + edited + dropped + undecided + reviewed.disputed.count
    disputed = reviewed.disputed.map { row in
      let verdicts = log.latest(row.reviewKey).map { ($0.reviewer, $0.verdict.rawValue) }
      return Disputed(
        row: row.reviewKey, instruction: row.instruction.isEmpty ? row.answer : row.instruction,
        verdicts: Dictionary(verdicts) { $1 })
    }
    agreement = reviewed.agreement
    let latest = Set(log.decisions.map(\.row)).sorted().flatMap { log.latest($0) }
    reviewers = Dictionary(grouping: latest, by: \.reviewer).sorted { $0.key < $1.key }.map { name, decisions in
      func count(_ verdict: ReviewDecision.Verdict) -> Int { decisions.count { $0.verdict == verdict } }
      return Reviewer(reviewer: name, keep: count(.keep), drop: count(.drop), edit: count(.edit))
    }
    self.file = file
    written = file.map { _ in reviewed.rows.count }
  }

  func lines(_ options: TextOptions) -> [StyledLine] {
    func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
    let decided = rows - undecided
    var lines = [StyledLine("\(counted(rows, "row")), \(decided) decided", TextStyle(bold: true))]
    for (name, count) in [
      ("kept", kept), ("edited", edited), ("dropped", dropped), ("disputed", disputed.count), ("undecided", undecided),
    ] where count > 0 || name == "kept" {
      lines.append(StyledLine("  " + name.padding(to: 12), StepDrawing.quiet) + StyledLine(String(count)))
    }
    if !reviewers.isEmpty { lines += [StyledLine()] }
    for reviewer in reviewers {
      let text = "kept \(reviewer.keep), edited \(reviewer.edit), dropped \(reviewer.drop)"
      lines +=
        (StyledLine("  " + options.oneLine(reviewer.reviewer).padding(to: 12) + " ", StepDrawing.quiet)
        + StyledLine(text))
        .wrapped(to: options.width, indent: 14)
    }
    if let agreement {
      lines.append(
        StyledLine("  they agree on \(Int((agreement * 100).rounded())) % of the rows that several looked at"))
    }
    if !disputed.isEmpty {
      lines += [StyledLine(), StyledLine("Disputed, and left out until one of them changes their mind:")]
      for row in disputed.prefix(10) {
        let verdicts = row.verdicts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
        lines += StyledLine(options.oneLine("  \(row.instruction) (\(verdicts))")).wrapped(to: options.width, indent: 4)
      }
      if disputed.count > 10 { lines.append(StyledLine("  and \(disputed.count - 10) more")) }
    }
    if let file, let written, file != "-" {
      lines +=
        [StyledLine()]
        + StyledLine(options.oneLine("wrote \(file): \(counted(written, "row"))")).wrapped(to: options.width, indent: 2)
    }
    return lines
  }
}

extension String {
  /// At least so many columns.
  fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
