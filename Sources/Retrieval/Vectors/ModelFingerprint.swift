// Which model a folder holds, told by a glance at its files.
internal import Foundation
internal import Hashing

enum ModelFingerprint {
  private static let piece = 1 << 20
  private static let files = [
    "config.json", "tokenizer.json", "vocab.txt", "model.safetensors", "adapter_config.json",
    "adapter_model.safetensors",
  ]

  /// The first 12 digits of a SHA-256 over config.json, the vocabulary, and of the weights the size, the first and the
  /// last megabyte: all of them would take longer than a search.
  static func of(_ folder: String) throws -> String {
    var hash = SHA256()
    for name in Self.files {
      guard let file = FileHandle(forReadingAtPath: "\(folder)/\(name)") else { continue }
      defer { try? file.close() }
      let size = try file.seekToEnd()
      hash.add(Array("\(name) \(size)\n".utf8))
      let isWhole = !name.hasSuffix(".safetensors") || size <= UInt64(2 * piece)
      for start in isWhole ? [0] : [0, size - UInt64(piece)] {
        try file.seek(toOffset: start)
        hash.add([UInt8](try file.read(upToCount: isWhole ? Int(size) : piece) ?? Data()))
      }
    }
    return String(hash.hexadecimal.prefix(12))
  }
}
