// The tokens after which a text is finished, as a model's folder names them.
internal import Foundation

public enum EndTokens {
  /// By generation_config.json or config.json, as Hugging Face reads them; empty if neither says.
  public static func read(from folder: String) -> [Int] {
    for name in ["generation_config.json", "config.json"] {
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)"),
        let ends = try? JSONDecoder().decode(Ends.self, from: data), let tokens = ends.eos_token_id
      else { continue }
      return tokens.ids
    }
    return []
  }

  /// Writes generation_config.json, as Hugging Face's tools do; nothing if there are none. Throws if it cannot be written.
  public static func write(_ ids: [Int], to folder: String) throws {
    guard let first = ids.first else { return }
    let value = ids.count == 1 ? "\(first)" : "[\(ids.map(String.init).joined(separator: ", "))]"
    try Data("{\n  \"eos_token_id\" : \(value)\n}\n".utf8)
      .write(to: URL(fileURLWithPath: "\(folder)/generation_config.json"), options: .atomic)
  }

  private struct Ends: Decodable {
    var eos_token_id: Tokens?

    struct Tokens: Decodable {
      var ids: [Int]

      init(from decoder: any Decoder) throws { ids = try (try? [Int](from: decoder)) ?? [Int(from: decoder)] }
    }
  }
}
