// The claim that nothing is trained, proven: ask, add, ask again; the answer changes, the models do not.
import DocumentReading
internal import Foundation
internal import Hashing

/// What asking, adding and asking again showed.
public struct DatabaseProof: Sendable {
  /// Files of a model, and one hash over all of them.
  public struct Model: Equatable, Sendable {
    /// What it is for, such as "embedder".
    public let role: String
    /// Its folder; nil for the weights of ranking, which are part of the program.
    public let folder: String?
    /// SHA-256 in hexadecimal, before and after.
    public let before: String
    public let after: String

    public var isUnchanged: Bool { before == after }
  }
  public let question: String
  public let before: DocumentAnswer
  public var added: AddReport
  public let after: DocumentAnswer
  /// From the first byte read to the last one written.
  public let milliseconds: Double
  public let chunksBefore: Int
  public let chunksAfter: Int
  public let models: [Model]
  /// Whether the files were added to the database itself, and not to a copy.
  public let isKept: Bool

  /// Whether the answer is another one.
  public var hasChanged: Bool {
    before.isAnswered != after.isAnswered || before.citations.map(\.sentence) != after.citations.map(\.sentence)
  }
  public var modelsAreUnchanged: Bool { models.allSatisfy(\.isUnchanged) }
}

extension DocumentDatabase {
  /// Asks, adds files, and asks again, on a copy of the database unless it is to keep them.
  ///
  /// - Parameter models: for each model that takes part its role and its folder; all their files are hashed.
  public func prove(
    _ question: String, adding files: [String], keeping: Bool = false, _ request: AnswerRequest = AnswerRequest(),
    embedder: (any TextEmbedder)? = nil, generator: AnswerGenerator? = nil,
    models: [(role: String, folder: String)] = []
  ) throws -> DatabaseProof {
    if keeping { return try prove(in: self, question, files, isKept: true, request, embedder, generator, models) }
    let folder = FileManager.default.temporaryDirectory.path + "/lectern-proof-\(UUID().uuidString)"
    do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false) } catch {
      throw self.error(.cannotUse(reason: "no copy can be made in \(folder)"))
    }
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let copy = DocumentDatabase(folder + "/documents.sqlite", collection: collection)
    try copyDocumentStore(path, copy.path)
    return try prove(in: copy, question, files, isKept: false, request, embedder, generator, models)
  }

  private func prove(
    in database: DocumentDatabase, _ question: String, _ files: [String], isKept: Bool, _ request: AnswerRequest,
    _ embedder: (any TextEmbedder)?, _ generator: AnswerGenerator?, _ models: [(role: String, folder: String)]
  ) throws -> DatabaseProof {
    let weights = request.weights(for: embedder)
    let hashes = { try models.map { try Self.hash(ofFolder: $0.folder) } + [Self.hash(of: weights)] }
    let hashesBefore = try hashes()
    let chunksBefore = try database.chunkCount()
    let before = try database.ask(question, request, embedder: embedder, generator: generator)
    let start = ContinuousClock.now
    let added = try database.add(files, embedder: embedder)
    let time = (ContinuousClock.now - start) / .milliseconds(1)
    let after = try database.ask(question, request, embedder: embedder, generator: generator)
    let hashesAfter = try hashes()
    let named = models.map { ($0.role, Optional($0.folder)) } + [("ranking", nil)]
    return DatabaseProof(
      question: question, before: before, added: added, after: after, milliseconds: time, chunksBefore: chunksBefore,
      chunksAfter: try database.chunkCount(),
      models: named.enumerated().map { index, model in
        DatabaseProof.Model(role: model.0, folder: model.1, before: hashesBefore[index], after: hashesAfter[index])
      }, isKept: isKept)
  }

  /// Over the names and the hashes of all files in a folder, in the order of their names.
  private static func hash(ofFolder folder: String) throws -> String {
    var hash = SHA256()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      let file = "\(folder)/\(name)"
      if FilePlace.isFolder(file) { continue }
      hash.add(Array("\(name) \(try SHA256.hexadecimal(ofFile: file))\n".utf8))
    }
    return hash.hexadecimal
  }

  private static func hash(of weights: AnswerWeights) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return SHA256.hexadecimal(of: [UInt8](try encoder.encode(weights)))
  }
}

/// DocumentStorage's; found by its symbol, as ``withDocumentStore(_:_:_:)``. Copies a database as it is at one moment,
/// whoever writes meanwhile.
@_silgen_name("lectern_copyDocumentStore")
func copyDocumentStore(_ path: String, _ copy: String) throws
