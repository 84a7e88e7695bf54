// `lectern documents`: a database of one's own documents, searched without training anything.
import ArgumentParser
import Foundation
import Retrieval

struct DocumentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "documents", abstract: "Keeps documents in a database, and finds what they say.",
    discussion: """
      Documents are read, cut into chunks, and found by their words (BM25) and, if there is a model for it, by what they \
      mean. Nothing is trained: what is added is found at once, and what is removed is gone.
      """,
    subcommands: [
      DocumentsAddCommand.self, DocumentsListCommand.self, DocumentsRemoveCommand.self, DocumentsSearchCommand.self,
      DocumentsIndexCommand.self, DocumentsAskCommand.self, DocumentsSummarizeCommand.self,
      DocumentsExtractCommand.self, DocumentsProveCommand.self, DocumentsTraceCommand.self,
      DocumentsEvaluateCommand.self,
    ])
}

/// `--database` and `--collection`
struct DatabaseArgument: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The database, one SQLite file. (default: documents.sqlite in your data folder)", valueName: "file"))
  var database: String?

  @Option(help: ArgumentHelp("Documents that are searched together, with one model.", valueName: "name"))
  var collection = DocumentDatabase.standardCollection

  var value: DocumentDatabase {
    DocumentDatabase(database ?? DocumentDatabase.standardPath, collection: collection)
  }

  func validate() throws {
    if database?.isEmpty == true { throw ValidationError("--database needs the name of a file") }
    if collection.isEmpty { throw ValidationError("--collection needs a name") }
  }
}
