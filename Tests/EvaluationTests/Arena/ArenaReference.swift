import Evaluation
import Foundation

/// What Scripts/references/arena.py wrote.
struct ArenaReference: Decodable {
  struct Agreement: Decodable {
    var one, other: [ArenaVote.Winner]
    var share, kappa: Double
  }

  var models: [String]
  var votes: [ArenaVote]
  var half, davidson: [Double]
  var tieFactor: Double
  var elo: [String: Double]
  var agreement: Agreement

  static func read() throws -> ArenaReference {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return try JSONDecoder().decode(
      ArenaReference.self, from: Data(contentsOf: folder.appendingPathComponent("References/arena.json")))
  }
}
