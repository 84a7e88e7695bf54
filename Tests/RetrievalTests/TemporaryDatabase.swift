// Databases and files in folders of their own, and vectors that can be worked out by hand.
import DocumentReading
import Foundation
import Retrieval

struct TemporaryFolder: ~Copyable {
  let path = FileManager.default.temporaryDirectory.appendingPathComponent("lectern-documents-\(UUID().uuidString)")
    .path

  init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var database: DocumentDatabase { DocumentDatabase(path + "/documents.sqlite") }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    let file = "\(path)/\(name)"
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    return file
  }

  /// All bytes of the database and of what SQLite keeps beside it.
  var databaseBytes: Data {
    ["", "-wal", "-shm"].reduce(into: Data()) {
      $0 += FileManager.default.contents(atPath: database.path + $1) ?? Data()
    }
  }
}

/// One number for each word it knows: texts with the same words have a cosine of 1.
struct CountingEmbedder: TextEmbedder {
  var identity = "counting 1"
  var words = ["ferry", "dog", "fog", "fare", "engine", "night", "island", "crew"]
  var dimensions: Int { words.count }

  func vectors(for texts: [String]) -> [[Float]] {
    texts.map { text in
      let found = text.lowercased().split { !$0.isLetter }.map(String.init)
      let counts = words.map { word in Float(found.count { $0.hasPrefix(word) }) }
      let length = counts.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return length > 0 ? counts.map { $0 / length } : counts
    }
  }
}

extension SourceDocument {
  /// A text in a file that is nowhere.
  init(_ name: String, pages: String...) {
    self.init(
      file: name, sha256: "", format: .plainText,
      pages: pages.enumerated().map { DocumentPage(number: $0 + 1, text: $1, blocks: []) })
  }
}
