// Training rows as `lectern data prepare` leaves them in a folder, found by the characters they were made of.
import DataPreparation
import DocumentReading
internal import Foundation

/// `rows.jsonl` and `card.json` of a folder.
public struct PreparedRows: Sendable {
  /// A step of the recipe, and how many rows went through it.
  public struct Step: Codable, Equatable, Sendable {
    public let name: String
    public let rowsIn: Int
    public let rowsOut: Int
  }
  public let steps: [Step]
  private let byPage: [Page: [TrainingRow]]

  private struct Page: Hashable {
    /// The name without its folders: preparing and adding may name a file differently.
    let file: Substring
    let page: Int

    init(_ evidence: Evidence) {
      file = evidence.file.split(separator: "/").last ?? evidence.file[...]
      page = evidence.page
    }
  }

  private struct Row: Decodable {
    let kind: TrainingRow.Kind?
    let instruction: String?
    let answer: String?
    let score: Double?
    let evidence: Evidence?
  }
  private struct Card: Decodable { let steps: [Step]? }

  /// Throws ``PreparedRowsError`` if there are no rows in the folder.
  public init(folder: String) throws {
    let file = folder + "/rows.jsonl"
    guard let data = FileManager.default.contents(atPath: file) else {
      throw PreparedRowsError(file: file, line: nil)
    }
    var rows: [Page: [TrainingRow]] = [:]
    for (index, line) in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
      guard let row = try? JSONDecoder().decode(Row.self, from: line) else {
        throw PreparedRowsError(file: file, line: index + 1)
      }
      guard let evidence = row.evidence else { continue }
      rows[Page(evidence), default: []].append(
        TrainingRow(
          row.kind ?? .questionAnswer, instruction: row.instruction ?? "", answer: row.answer ?? "", score: row.score,
          evidence: evidence))
    }
    byPage = rows
    let card = FileManager.default.contents(atPath: folder + "/card.json")
    steps = card.flatMap { try? JSONDecoder().decode(Card.self, from: $0) }?.steps ?? []
  }

  /// The rows whose evidence shares characters with a place.
  public func rows(at place: Evidence) -> [TrainingRow] {
    (byPage[Page(place)] ?? []).filter { row in
      guard let evidence = row.evidence else { return false }
      return evidence.start < place.end && place.start < evidence.end
    }
  }
}

/// A folder without training rows.
public struct PreparedRowsError: Error, Equatable, CustomStringConvertible, Sendable {
  public let file: String
  public let line: Int?

  public var description: String {
    line.map {
      "\(file):\($0):1: this is no row of training data; make the rows anew: lectern data prepare FILES --out FOLDER"
    }
      ?? "\(file) cannot be read. Name a folder that lectern data prepare has made"
  }
}
