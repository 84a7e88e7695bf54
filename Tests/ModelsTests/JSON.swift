// Reading and changing JSON files in tests.
import Foundation
import Testing

enum JSON {
  static func file(_ path: String) throws -> [String: NSObject] {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: NSObject])
  }
}

extension TemporaryFolder {
  /// Changes a key of config.json; nil takes it away.
  func configure(_ key: String, _ value: Any?) throws {
    var settings = try JSON.file(file("config.json")) as [String: Any]
    settings[key] = value
    let data = try JSONSerialization.data(withJSONObject: settings)
    try write([UInt8](data), "config.json")
  }
}
