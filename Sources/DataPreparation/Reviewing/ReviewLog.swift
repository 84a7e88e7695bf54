// The log of a review: one line for each decision, added as it is made.
internal import Tokenizers

/// Decisions about rows, in the order in which they were made. A later one of the same reviewer takes the place of an
/// earlier one about the same row.
public struct ReviewLog: Equatable, Sendable {
  public private(set) var decisions: [ReviewDecision] = []
  /// Lines that are no decisions.
  public private(set) var problems: [RowProblem] = []
  /// The places in `decisions` of each row's.
  private var byRow: [String: [Int]] = [:]

  public init() {}

  /// Reads a log; one that is not there is empty. A last line that is not whole, as a crash leaves it, is passed over.
  public static func read(_ path: String) throws(RowError) -> ReviewLog {
    DataFile.isThere(path) ? try parse(DataFile.read(path), file: path) : ReviewLog()
  }

  /// The same from bytes.
  public static func parse(_ bytes: [UInt8], file: String) throws(RowError) -> ReviewLog {
    var log = ReviewLog()
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      if let decision = decision(Array(line)) {
        log.add(decision)
      } else if index < lines.count - 1 {
        log.problems.append(
          RowProblem(
            file: file, line: index + 1, row: index + 1,
            message: "it is no decision; one is {\"row\":…,\"verdict\":\"keep\",\"reviewer\":…}"))
      }
    }
    return log
  }

  public mutating func add(_ decision: ReviewDecision) {
    byRow[decision.row, default: []].append(decisions.count)
    decisions.append(decision)
  }

  /// Two reviewers' logs as one; decisions that are in both count once.
  public func merged(with other: ReviewLog) -> ReviewLog {
    var merged = self
    for decision in other.decisions where !latest(decision.row).contains(decision) { merged.add(decision) }
    merged.problems += other.problems
    return merged
  }

  /// Writes one decision behind the others of a log on disk, and waits until it is there.
  public static func append(_ decision: ReviewDecision, to path: String) throws(RowError) {
    var members: [JSONValue.Member] = [
      .init("row", .string(decision.row)), .init("verdict", .string(decision.verdict.rawValue)),
      .init("reviewer", .string(decision.reviewer)),
    ]
    if let text = decision.instruction { members.append(.init("instruction", .string(text))) }
    if let text = decision.answer { members.append(.init("answer", .string(text))) }
    try DataFile.append(line: JSONWriter.line(.object(members)), to: path)
  }

  /// The latest decision of each reviewer about a row, in the order of their first ones.
  public func latest(_ row: String) -> [ReviewDecision] {
    var latest: [ReviewDecision] = []
    for decision in (byRow[row] ?? []).map({ decisions[$0] }) {
      if let place = latest.firstIndex(where: { $0.reviewer == decision.reviewer }) {
        latest[place] = decision
      } else {
        latest.append(decision)
      }
    }
    return latest
  }

  private static func decision(_ line: [UInt8]) -> ReviewDecision? {
    guard let value = try? JSONReader.read(line), case .string(let row)? = value["row"],
      case .string(let name)? = value["verdict"], let verdict = ReviewDecision.Verdict(rawValue: name),
      case .string(let reviewer)? = value["reviewer"]
    else { return nil }
    func text(_ key: String) -> String? { if case .string(let text)? = value[key] { text } else { nil } }
    return ReviewDecision(
      verdict, row: row, reviewer: reviewer, instruction: text("instruction"), answer: text("answer"))
  }
}
