// An award as it lies on a disk, a page or JSON: read, and the page compared with what it holds. Nothing in it is
// believed here; judging is `AwardCheck`.
import Foundation
import Grading
import LessonDocuments

public struct AwardFile: Equatable, Sendable {
  public var award: Award
  public var page: Page

  /// Whether what a reader sees is what the file holds.
  public enum Page: Equatable, Sendable {
    /// JSON: nothing is seen.
    case none
    case asWritten
    /// Another version of lectern made it, whose pages look otherwise.
    case otherVersion
    /// Line `line`, from 1, is not what lectern writes.
    case changed(line: Int)
  }

  /// Far more than a course's exercises take.
  static let largestSize = 16 << 20
  private static let mostWorks = 1000

  /// - Parameters:
  ///   - bytes: of the file.
  ///   - path: for messages.
  ///   - lectern: the version that reads.
  /// - Throws: `AwardError`.
  public init(_ bytes: [UInt8], path: String, lectern: String) throws(AwardError) {
    guard bytes.count <= Self.largestSize else { throw .tooLarge(path: path) }
    let start = bytes.prefix { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }.count
    guard bytes.dropFirst(start).first != UInt8(ascii: "{") else {
      award = try Self.award(in: Data(bytes), path: path)
      page = .none
      return
    }
    // Mail and editors change line endings; nothing that one sees depends on them.
    let text = Array(String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n").utf8)
    guard let data = AwardPage.data(in: text) else { throw .notAward(path: path) }
    award = try Self.award(in: data, path: path)
    let written = Array(AwardPage.source(of: award).utf8)
    if text == written {
      page = .asWritten
    } else if award.lectern != lectern {
      page = .otherVersion
    } else {
      page = .changed(line: Self.firstDifference(text, written))
    }
  }

  private static func award(in data: Data, path: String) throws(AwardError) -> Award {
    struct Mark: Decodable { var kind: String?, version: Int? }
    guard let mark = try? JSONDecoder().decode(Mark.self, from: data), mark.kind == Award.kind else {
      throw .notAward(path: path)
    }
    if let version = mark.version, version > Award.newestVersion { throw .newer(path: path, version: version) }
    guard let award = try? JSONDecoder().decode(Award.self, from: data) else {
      throw .broken(path: path, reason: "a part of it is missing")
    }
    if award.works.isEmpty { throw .broken(path: path, reason: "it holds no exercise") }
    if award.works.count > mostWorks { throw .broken(path: path, reason: "it holds more than \(mostWorks) exercises") }
    var ids: Set<String> = []
    for work in award.works {
      if !ids.insert(work.exercise).inserted {
        throw .broken(path: path, reason: "it holds the exercise \(work.exercise.quoted) twice")
      }
      if work.source.utf8.count > Judge.largestSource {
        throw .broken(path: path, reason: "the file for \(work.exercise.quoted) is too large for a submission")
      }
    }
    return award
  }

  private static func firstDifference(_ a: [UInt8], _ b: [UInt8]) -> Int {
    let same = zip(a, b).prefix { $0 == $1 }.count
    return 1 + a.prefix(same).count { $0 == UInt8(ascii: "\n") }
  }
}

/// Why a file is no award that can be checked, and the sentence for each reason.
public enum AwardError: Error, Equatable, Sendable, CustomStringConvertible {
  case unreadable(path: String, reason: String)
  case tooLarge(path: String)
  case notAward(path: String)
  case broken(path: String, reason: String)
  case newer(path: String, version: Int)

  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path.harmless): cannot be read: \(reason)"
    case .tooLarge(let path):
      "\(path.harmless): this is no award: it is larger than \(AwardFile.largestSize >> 20) MB"
    case .notAward(let path):
      "\(path.harmless): this is no award of lectern, or what it held was cut out. Awards are made with: lectern award"
    case .broken(let path, let reason): "\(path.harmless): this award was changed, and cannot be checked: \(reason)"
    case .newer(let path, let version):
      "\(path.harmless): a newer lectern made this award (version \(version)). Update lectern to check it"
    }
  }
}
