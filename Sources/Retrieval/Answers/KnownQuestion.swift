// Questions whose answers are known, and where they stand: what answering is fitted and measured with.
import DocumentReading
internal import Foundation

/// A question of a question set, a file with one JSON object a line.
public struct KnownQuestion: Codable, Equatable, Sendable {
  /// A sentence that answers.
  public struct Place: Codable, Equatable, Sendable {
    public var file: String
    public var page: Int
    /// As on the page, with a line's end as a space.
    public var sentence: String
  }
  public var id: String
  public var question: String
  /// Empty if the documents hold no answer.
  public var evidence: [Place]
  /// Wordings of the answer that are right too.
  public var answers: [String]?
  /// Whether refusing is right.
  public var isUnanswerable: Bool
  /// What sort of question it is, as its author called it.
  public var kind: String?
  /// "development" for what weights are fitted on, "held-out" for what only measures; nil counts as held out.
  public var split: String?

  public var isForFitting: Bool { split == "development" }

  private enum CodingKeys: String, CodingKey {
    case id, question, evidence, answers, kind, split
    case isUnanswerable = "unanswerable"
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    id = try values.decode(String.self, forKey: .id)
    question = try values.decode(String.self, forKey: .question)
    evidence = try values.decodeIfPresent([Place].self, forKey: .evidence) ?? []
    answers = try values.decodeIfPresent([String].self, forKey: .answers)
    isUnanswerable = try values.decodeIfPresent(Bool.self, forKey: .isUnanswerable) ?? evidence.isEmpty
    kind = try values.decodeIfPresent(String.self, forKey: .kind)
    split = try values.decodeIfPresent(String.self, forKey: .split)
  }

  /// Whether a citation is one of the sentences that answer.
  public func isAnswered(by citation: DocumentAnswer.Citation) -> Bool {
    evidence.contains { $0.isCited(by: citation) }
  }

  func isOnPage(_ found: Evidence) -> Bool { evidence.contains { $0.isPage(of: found) } }
}

extension KnownQuestion.Place {
  /// To the letter; of a file of rows, where a citation is a whole row, what stands in it.
  func isCited(by citation: DocumentAnswer.Citation) -> Bool {
    guard isPage(of: citation.evidence) else { return false }
    let wanted = sentence.withFoldedSpaces
    switch DocumentFormat(file: file) {
    case .csv, .jsonLines: return citation.sentence.contains(wanted)
    default: return citation.sentence == wanted
    }
  }

  /// A document may have been added under a longer path than the question set names, or under a shorter one.
  func isPage(of found: Evidence) -> Bool {
    found.page == page && (found.file == file || found.file.hasSuffix("/" + file) || file.hasSuffix("/" + found.file))
  }
}

extension KnownQuestion {
  /// Reads a question set. Throws ``QuestionSetError`` with the line of what is wrong.
  public static func read(_ file: String) throws -> [KnownQuestion] {
    guard let data = FileManager.default.contents(atPath: file), let text = String(validating: data, as: UTF8.self)
    else {
      throw QuestionSetError(file: file, line: nil, reason: "it cannot be read as UTF-8 text")
    }
    var questions: [KnownQuestion] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy(\.isWhitespace) {
      do { questions.append(try JSONDecoder().decode(KnownQuestion.self, from: Data(line.utf8))) } catch {
        throw QuestionSetError(file: file, line: index + 1, reason: reason(error))
      }
    }
    if questions.isEmpty { throw QuestionSetError(file: file, line: nil, reason: "there is no question in it") }
    return questions
  }

  private static func reason(_ error: any Error) -> String {
    switch error as? DecodingError {
    case .keyNotFound(let key, _): "there is no \"\(key.stringValue)\""
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "\"\(context.codingPath.map(\.stringValue).joined(separator: "."))\" is of the wrong kind"
    default: "it is not a JSON object"
    }
  }
}

/// Why a question set cannot be used.
public struct QuestionSetError: Error, Equatable, CustomStringConvertible, Sendable {
  public let file: String
  public let line: Int?
  public let reason: String

  public var description: String {
    let place = line.map { "\(file):\($0):1" } ?? file
    return "\(place): \(reason). A question set has one object a line, such as {\"id\": \"q1\", \"question\": \"…\", "
      + "\"evidence\": [{\"file\": \"…\", \"page\": 1, \"sentence\": \"…\"}]}"
  }
}
