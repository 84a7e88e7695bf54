// `--vectors`: which model turns texts into vectors, and where it is.
import ArgumentParser
import Foundation
import Models
import Retrieval

enum EmbedderChoice: String, ExpressibleByArgument, CaseIterable {
  /// all-MiniLM-L6-v2, as `lectern model fetch minilm` installs it.
  case minilm
  /// The small one that comes with the course.
  case course
  case none

  /// Throws if it is not there.
  func load() throws -> (any TextEmbedder)? {
    switch self {
    case .none: return nil
    case .minilm:
      return try BERTEmbedder(folder: ModelFolder.find(rawValue).path, named: rawValue)
    case .course:
      guard let folder = CourseEncoder.folder else {
        throw UsageFailure(
          "the course's encoder is not here: no folder \(CourseEncoder.name) in this folder or above it. Go to the "
            + "course's folder")
      }
      return try BERTEmbedder(folder: folder, named: rawValue, rankingWeight: CourseEncoder.rankingWeight)
    }
  }

  /// What reads sentences together with a question: the course's adapters for MiniLM; nil for any other model, or where
  /// they are not.
  func reader() throws -> (any SentenceReader)? {
    try readerFolder.map { try BERTReader(folder: ModelFolder.find(rawValue).path, adapters: $0) }
  }

  /// Where its adapters are.
  var readerFolder: String? { self == .minilm ? CourseReader.folder : nil }

  /// What a collection began with; for a new one the best that is there.
  static func suiting(_ database: DocumentDatabase) throws -> EmbedderChoice {
    if let identity = try database.embedder() {
      let name = identity.split(separator: " ").first.map(String.init) ?? identity
      guard let choice = EmbedderChoice(rawValue: name) else {
        throw UsageFailure(
          "the collection \(database.collection.quoted) holds vectors of \(identity), a model that this command does not "
            + "have")
      }
      return choice
    }
    if try database.isThere() { return .none }
    return InstalledModel.isThere(minilm.rawValue) ? .minilm : CourseEncoder.folder == nil ? .none : .course
  }
}

/// The course's own small encoder: a folder at the root of the course.
enum CourseEncoder {
  static let name = "EmbeddingModel"
  /// It is small: on the questions about the Harbour Lines documents its ranking helps that of the words with this
  /// weight, and spoils it with a larger one. What no word finds it finds all the same.
  static let rankingWeight = 0.05

  static var folder: String? { CourseModel.folder(named: name) }
}

/// What the course has taught MiniLM: a folder at the root of the course.
enum CourseReader {
  static let name = "ReadingModel"

  static var folder: String? { CourseModel.folder(named: name, holding: "adapter_model.safetensors") }
}
