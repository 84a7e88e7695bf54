// Votes on disk: one line each, added as they are cast.
public import DataPreparation
internal import Foundation

/// A file of votes, read; what in it is no vote is named and left out.
public struct ArenaLog: Equatable, Sendable {
  public private(set) var votes: [ArenaVote] = []
  public private(set) var problems: [RowProblem] = []

  public init(votes: [ArenaVote] = []) { self.votes = votes }

  /// Reads a file. A last line that is not whole, as a crash leaves it, is passed over.
  public static func read(_ path: String) throws(RowError) -> ArenaLog { parse(try DataFile.read(path), file: path) }

  /// Reads a file that may not be there yet.
  public static func readIfThere(_ path: String) throws(RowError) -> ArenaLog {
    DataFile.isThere(path) ? try read(path) : ArenaLog()
  }

  /// The same from bytes. Line ends may be those of Windows.
  public static func parse(_ bytes: [UInt8], file: String) -> ArenaLog {
    var log = ArenaLog()
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    let lines = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (place, line) in lines.enumerated() where line.contains(where: { $0 > UInt8(ascii: " ") }) {
      do throws(VoteProblem) {
        log.votes.append(try vote(line))
      } catch {
        if error == .notJSON, place == lines.count - 1 { continue }
        log.problems.append(RowProblem(file: file, line: place + 1, row: place + 1, message: error.message))
      }
    }
    return log
  }

  /// Adds one vote to a file, which is made if need be, and waits until it is on the disk.
  public static func append(_ vote: ArenaVote, to path: String) throws(RowError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let line = try? encoder.encode(vote) else { throw RowError("the vote for \(path) cannot be written as JSON") }
    try DataFile.append(line: Array(line), to: path)
  }

  private static func vote(_ line: ArraySlice<UInt8>) throws(VoteProblem) -> ArenaVote {
    guard String(validating: line, as: UTF8.self) != nil,
      let value = try? JSONDecoder().decode([String: Value].self, from: Data(line))
    else { throw .notJSON }
    func text(_ key: String, isNeeded: Bool) throws(VoteProblem) -> String {
      switch value[key] {
      case .text(let text): return text
      case .other: throw .notText(key)
      case nil:
        guard !isNeeded else { throw .missing(key, there: value.keys.sorted()) }
        return ""
      }
    }
    let (a, b) = (try text("a", isNeeded: true), try text("b", isNeeded: true))
    let name = try text("winner", isNeeded: true)
    guard let winner = ArenaVote.Winner(rawValue: name) else { throw .winner(name) }
    guard a != b else { throw .same(a) }
    return ArenaVote(
      a: a, b: b, winner: winner, judge: try text("judge", isNeeded: false), prompt: try text("prompt", isNeeded: false)
    )
  }

  private enum Value: Decodable {
    case text(String)
    case other

    init(from decoder: any Decoder) throws { self = (try? String(from: decoder)).map { .text($0) } ?? .other }
  }
}

/// Why a line is no vote.
private enum VoteProblem: Error, Equatable {
  case notJSON
  case missing(String, there: [String])
  case notText(String)
  case winner(String)
  case same(String)

  var message: String {
    switch self {
    case .notJSON: "it is no vote; one is {\"a\":…,\"b\":…,\"winner\":\"a\",\"judge\":…,\"prompt\":…}"
    case .missing(let key, let there):
      "\"\(key)\" is missing; the line has \(there.isEmpty ? "nothing" : there.joined(separator: ", "))"
    case .notText(let key): "\"\(key)\" is no text"
    case .winner(let name): "the winner is \"\(name)\"; it is a, b or tie"
    case .same(let model): "both answers are of \"\(model)\"; a vote compares two models"
    }
  }
}
