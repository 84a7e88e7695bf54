// `lectern documents ask`: a question answered with sentences of the documents, or not at all.
import ArgumentParser
import Foundation
import LessonDocuments
import Rendering
import Retrieval

struct DocumentsAskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask", abstract: "Answers a question with what the documents say, and says where.",
    discussion: """
      An answer is the sentence itself, with file and page. What the documents do not hold is not answered. With \
      --model a language model words the answer; its words are kept only if the cited sentences bear them out.
      """)

  @Argument(help: "A question.")
  var question: String

  @OptionGroup var database: DatabaseArgument

  @OptionGroup var answering: AnsweringOptions

  @OptionGroup var wording: WordingOption

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func run() throws {
    let database = database.value
    let choice = try EmbedderChoice.suiting(database)
    let answer = try database.ask(
      question, answering.request(choice), embedder: choice.load(), generator: wording.generator())
    switch format {
    case .json: StandardOutput.write(try ListFormat.line(AnswerJSON(answer)))
    case .text:
      let options = drawing.text()
      StandardOutput.write(AnswerPicture(answer, options: options).lines.encoded(options))
    }
  }
}

/// `--model`
struct WordingOption: ParsableArguments {
  @Option(help: ArgumentHelp("A folder with a GPT that words the answer.", valueName: "dir"))
  var model: String?

  func generator() throws -> AnswerGenerator? {
    try model.map { try AnswerGenerator(folder: ModelFolder.find($0).path) }
  }
}

/// How questions are answered.
struct AnsweringOptions: ParsableArguments {
  @Option(help: ArgumentHelp("In this document, or this folder of documents; can be given again.", valueName: "file"))
  var file: [String] = []

  @Flag(help: "Searches with the vector of a made-up answer, which looks like the sentence that is sought.")
  var hypothetical = false

  @Option(help: ArgumentHelp("Weights as documents evaluate --fit writes them.", valueName: "file"))
  var weights: String?

  /// - Parameter choice: the model of the vectors, which may have a reader beside it.
  func request(_ choice: EmbedderChoice) throws -> AnswerRequest {
    var request = AnswerRequest()
    request.reader = try choice.reader()
    request.files = file.isEmpty ? nil : file
    request.searchesByHypothesis = hypothetical
    request.weights = try weights.map { path in
      guard let data = FileManager.default.contents(atPath: path) else {
        throw UsageFailure(
          "\(path.harmless) cannot be read; weights are a file that documents evaluate --fit has written")
      }
      do { return try JSONDecoder().decode(AnswerWeights.self, from: data) } catch {
        throw UsageFailure(
          "\(path.harmless) holds no weights; write some with: lectern documents evaluate QUESTIONS --fit")
      }
    }
    return request
  }
}

/// The JSON of an answer.
struct AnswerJSON: Encodable {
  struct CitationJSON: Encodable {
    var file: String
    var page: Int
    var start: Int
    var end: Int
    var sentence: String

    init(_ citation: DocumentAnswer.Citation) {
      let evidence = citation.evidence
      (file, page, start, end, sentence) = (
        evidence.file, evidence.page, evidence.start, evidence.end, citation.sentence
      )
    }
  }
  var answered: Bool
  var answer: String?
  var short: String?
  var citations: [CitationJSON]
  var confidence: Double
  /// "extracted" or "generated"
  var source: String?
  var groundedness: Double?
  var remark: String?

  init(_ answer: DocumentAnswer) {
    answered = answer.isAnswered
    self.answer = answer.text
    short = answer.short
    citations = answer.citations.map(CitationJSON.init)
    confidence = (answer.confidence * 1000).rounded() / 1000
    remark = answer.remark
    guard answer.isAnswered else { return }
    switch answer.source {
    case .extracted: source = "extracted"
    case .generated(let share): (source, groundedness) = ("generated", share)
    }
  }
}
