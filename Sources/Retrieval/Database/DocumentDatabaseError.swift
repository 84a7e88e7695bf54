// Why a document database cannot be used, and the sentence for each reason.
import Messages

public struct DocumentDatabaseError: Error, Equatable, CustomStringConvertible, Sendable {
  public enum Kind: Equatable, Sendable {
    case notThere
    case notADatabase
    /// The path leads to no file, and cannot.
    case noFile(reason: String)
    /// Of another program.
    case otherDatabase
    /// Made by a newer version of Lectern.
    case newer(version: Int, known: Int)
    case damaged(reason: String)
    /// Another process writes for longer than we wait.
    case busy
    case full
    case readOnly
    case cannotUse(reason: String)
    case noCollection(String, nearest: String?)
    /// Vectors of different models cannot be compared.
    case otherEmbedder(collection: String, has: String?, asked: String?)
    case noVectors(collection: String)
    case noDocument(String, nearest: String?)
  }
  public let kind: Kind
  /// The database.
  public let path: String

  package init(_ kind: Kind, path: String) { (self.kind, self.path) = (kind, path) }

  /// Whether the machine is to blame, and not what was asked for.
  public var isOfMachine: Bool {
    switch kind {
    case .busy, .full, .readOnly, .cannotUse: true
    default: false
    }
  }

  public var description: String {
    let database = path.harmless
    switch kind {
    case .notThere:
      return "there is no document database \(database). Make one by adding documents: "
        + "lectern documents add FILES --database \(database)"
    case .notADatabase: return "\(database) is not a document database. Name another file, or move this one away"
    case .otherDatabase:
      return "\(database) is a database of another program, and is left alone. Name another file for the documents"
    case .newer(let version, let known):
      return
        "\(database) was written by a newer Lectern: its version is \(version), and this one knows up to \(known). "
        + "Use the newer Lectern, or add the documents again to another file"
    case .damaged(let reason):
      return "\(database) is damaged (\(reason.harmless)). Move it away and add the documents again"
    case .busy:
      return "\(database) is being written by another process; wait until it has finished, and try again. "
        + "What was added before is safe"
    case .full:
      return "\(database) cannot grow: there is no room on the disk, or a limit is reached. Free some and try again: "
        + "what was added before is safe, and is skipped"
    case .readOnly:
      return "\(database) cannot be written: the file or its folder is read-only. It can be searched; to add, copy it "
        + "to a place of yours"
    case .noFile(let reason): return "\(database) is no file for documents: \(reason)"
    case .cannotUse(let reason): return "cannot use the document database \(database): \(reason.harmless)"
    case .noCollection(let name, let nearest):
      return "\(database) has no collection \(name.quoted)" + Self.hint(nearest)
    case .otherEmbedder(let collection, let has?, let asked?):
      return "the collection \(collection.quoted) holds vectors of \(has), which cannot be compared with those of "
        + "\(asked). Use \(has), or add the documents to another collection"
    case .otherEmbedder(let collection, nil, let asked):
      return "the collection \(collection.quoted) was made without vectors; \(asked ?? "an embedder") would need them "
        + "for all its documents. Go on without, or add the documents to another collection"
    case .otherEmbedder(let collection, let has, nil):
      return
        "the collection \(collection.quoted) holds vectors of \(has ?? "a model"), and new documents need them too. "
        + "Give that model, or add the documents to another collection"
    case .noVectors(let collection):
      return
        "the collection \(collection.quoted) was made without vectors; search it by words, or add the documents to "
        + "another collection with a model"
    case .noDocument(let file, let nearest):
      return "\(database) has no document \(file.quoted)" + Self.hint(nearest)
    }
  }

  private static func hint(_ nearest: String?) -> String { nearest.map { "; the nearest is \($0.quoted)" } ?? "" }
}
