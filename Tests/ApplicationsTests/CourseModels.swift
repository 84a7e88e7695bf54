// The models that the course ships, for tests.
import Foundation
import Retrieval
import TextModels

enum CourseModels {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func base() throws -> TextModel { try TextModel.load(from: root.appendingPathComponent("BaseModel").path) }

  static func embedder() throws -> BERTEmbedder {
    try BERTEmbedder(folder: root.appendingPathComponent("EmbeddingModel").path)
  }
}
