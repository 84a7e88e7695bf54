// merges.txt: a version line, then one merge a line, two tokens with a space between them.

enum MergesFile {
  /// Throws ``FileProblem``. Empty lines and lines that begin with `#version` are passed over.
  static func read(_ bytes: [UInt8]) throws -> [(left: String, right: String)] {
    var merges: [(left: String, right: String)] = []
    for line in try WellFormedText.lines(of: bytes) where !line.isEmpty && !line.starts(with: "#version".utf8) {
      merges.append(try merge(String(decoding: line, as: UTF8.self), rank: merges.count + 1))
    }
    return merges
  }

  static func merge(_ text: String, rank: Int) throws -> (left: String, right: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw FileProblem.malformedMerge(rank: rank, text: text)
    }
    return (String(parts[0]) ?? "", String(parts[1]) ?? "")
  }

  static func write(_ merges: [(left: String, right: String)]) -> [UInt8] {
    var bytes = Array("#version: 0.2\n".utf8)
    for merge in merges { bytes += Array("\(merge.left) \(merge.right)\n".utf8) }
    return bytes
  }
}
