// `lectern documents prove`: ask, add, ask again. The answer changes, the models do not.
import ArgumentParser
import DocumentReading
import Foundation
import LessonDocuments
import Rendering
import Retrieval

struct DocumentsProveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prove", abstract: "Asks, adds files, asks again: the answer changes, the models do not.",
    discussion: """
      Works on a copy of the database, which is thrown away, unless --keep says otherwise. Hashes are SHA-256 over all \
      files of a model, and over the weights of ranking.
      """)

  @Argument(help: "A question.")
  var question: String

  @Option(parsing: .upToNextOption, help: ArgumentHelp("Files or folders to add.", valueName: "files"))
  var add: [String]

  @OptionGroup var database: DatabaseArgument

  @OptionGroup var answering: AnsweringOptions

  @OptionGroup var wording: WordingOption

  @Flag(help: "Leaves the files in the database.")
  var keep = false

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func run() throws {
    signal(SIGXFSZ, SIG_IGN)
    let database = database.value
    let choice = try EmbedderChoice.suiting(database)
    let generator = try wording.generator()
    var models: [(role: String, folder: String)] = []
    if let folder = try choice.folder() { models.append(("embedder", folder)) }
    if let folder = choice.readerFolder { models.append(("reader", folder)) }
    if let generator { models.append(("generator", generator.folder)) }
    let found = DocumentFiles.find(add)
    var proof = try database.prove(
      question, adding: found.files, keeping: keep, answering.request(choice), embedder: choice.load(),
      generator: generator,
      models: models)
    let failures = found.failures.map { AddReport.Failure(file: $0.file, reason: $0.error.description) }
    proof.added.failed = failures + proof.added.failed
    switch format {
    case .json: StandardOutput.write(try ListFormat.line(ProofJSON(proof)))
    case .text:
      let options = drawing.text()
      StandardOutput.write(ProofPicture(proof, options: options).lines.encoded(options))
    }
    if !proof.added.failed.isEmpty { throw WorkFailed() }
  }
}

extension EmbedderChoice {
  /// Where the model's files are; nil for none.
  func folder() throws -> String? {
    switch self {
    case .none: nil
    case .minilm: try ModelFolder.find(rawValue).path
    case .course: CourseEncoder.folder
    }
  }
}

/// The JSON of a proof.
private struct ProofJSON: Encodable {
  struct Model: Encodable {
    var role: String
    var folder: String?
    var before: String
    var after: String
    var unchanged: Bool
  }
  struct Failure: Encodable {
    var file: String
    var reason: String
  }
  var question: String
  var before: AnswerJSON
  var after: AnswerJSON
  var changed: Bool
  var added: [String]
  var replaced: [String]
  var skipped: [String]
  var failed: [Failure]
  var milliseconds: Double
  var chunksBefore: Int
  var chunksAfter: Int
  var models: [Model]
  var kept: Bool

  init(_ proof: DatabaseProof) {
    question = proof.question
    (before, after, changed) = (AnswerJSON(proof.before), AnswerJSON(proof.after), proof.hasChanged)
    (added, replaced, skipped) = (proof.added.added, proof.added.replaced, proof.added.skipped)
    failed = proof.added.failed.map { Failure(file: $0.file, reason: $0.reason) }
    milliseconds = (proof.milliseconds * 10).rounded() / 10
    (chunksBefore, chunksAfter, kept) = (proof.chunksBefore, proof.chunksAfter, proof.isKept)
    models = proof.models.map {
      Model(role: $0.role, folder: $0.folder, before: $0.before, after: $0.after, unchanged: $0.isUnchanged)
    }
  }
}

/// A proof for people: before, what was added, after, and the hashes one below the other.
private struct ProofPicture {
  let proof: DatabaseProof
  let options: TextOptions

  init(_ proof: DatabaseProof, options: TextOptions) { (self.proof, self.options) = (proof, options) }

  private static let quiet = TextStyle(dim: true)
  private static let strong = TextStyle(bold: true)

  var lines: [StyledLine] {
    let added = proof.added.added + proof.added.replaced
    let time = NumberText(options).fixed(proof.milliseconds, decimals: 0)
    var lines =
      [StyledLine("1  Asked", Self.strong)] + indented(StyledLine(proof.question.harmlessWhole)) + [StyledLine()]
    lines += indented(AnswerPicture(proof.before, options: narrow).lines) + [StyledLine()]
    lines.append(StyledLine("2  Added in \(time) ms", Self.strong))
    for file in added.prefix(10) { lines += indented(StyledLine("+ \(file.harmless)")) }
    if added.count > 10 { lines += indented(StyledLine("… and \(added.count - 10) more")) }
    for file in proof.added.skipped.prefix(10) {
      lines += indented(StyledLine("\(file.harmless): was there already", Self.quiet))
    }
    for failure in proof.added.failed { lines += indented(StyledLine("! \(failure.file.harmless): \(failure.reason)")) }
    lines +=
      indented(StyledLine("\(proof.chunksBefore) chunks before, \(proof.chunksAfter) now", Self.quiet)) + [StyledLine()]
    lines.append(StyledLine("3  Asked again", Self.strong))
    lines += indented(AnswerPicture(proof.after, options: narrow).lines) + [StyledLine()]
    lines.append(StyledLine("4  The models", Self.strong))
    for model in proof.models {
      lines += indented(StyledLine("\(model.role)  \(model.folder?.harmless ?? "weights in the program")"))
      lines += indented([
        StyledLine("before \(model.before)", Self.quiet), StyledLine("after  \(model.after)", Self.quiet),
      ])
    }
    return lines + [StyledLine()] + StyledLine(verdict, Self.strong).wrapped(to: options.width)
      + StyledLine(
        proof.isKept
          ? "The files stay in the database." : "Done on a copy; the database is as it was. --keep adds for good.",
        Self.quiet
      ).wrapped(to: options.width)
  }

  private var verdict: String {
    let answer = proof.hasChanged ? "The answer has changed" : "The answer is the same"
    let models = proof.modelsAreUnchanged ? "no model has" : "A MODEL HAS CHANGED"
    return proof.hasChanged && proof.modelsAreUnchanged ? "\(answer), \(models)." : "\(answer); \(models)."
  }

  private var narrow: TextOptions {
    var narrow = options
    narrow.width = max(20, options.width - 3)
    return narrow
  }

  private func indented(_ line: StyledLine) -> [StyledLine] { indented(line.wrapped(to: options.width - 3, indent: 2)) }
  private func indented(_ lines: [StyledLine]) -> [StyledLine] { lines.map { StyledLine("   ") + $0 } }
}
