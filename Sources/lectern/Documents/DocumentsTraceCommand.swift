// `lectern documents trace`: why an answer is the answer, back to the characters of the page.
import ArgumentParser
import DataPreparation
import Foundation
import LessonDocuments
import Rendering
import Retrieval

struct DocumentsTraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace", abstract: "Shows why an answer is the answer: sentence, chunk, page, training rows.",
    discussion:
      "With --rows, a folder that lectern data prepare has made, it shows what was trained on the same characters.")

  @Argument(help: "A question.")
  var question: String

  @OptionGroup var database: DatabaseArgument

  @OptionGroup var answering: AnsweringOptions

  @Option(help: ArgumentHelp("Training rows as data prepare --out has written them.", valueName: "folder"))
  var rows: String?

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func run() throws {
    let database = database.value
    let prepared: PreparedRows?
    do { prepared = try rows.map(PreparedRows.init) } catch let error as PreparedRowsError {
      throw UsageFailure("\(error)")
    }
    let choice = try EmbedderChoice.suiting(database)
    let trace = try database.trace(question, answering.request(choice), embedder: choice.load(), rows: prepared)
    switch format {
    case .json: StandardOutput.write(try ListFormat.line(TraceJSON(trace)))
    case .text:
      let options = drawing.text()
      StandardOutput.write(TracePicture(trace, options: options, showsRows: rows != nil).lines.encoded(options))
    }
  }
}

/// The JSON of a trace.
private struct TraceJSON: Encodable {
  struct Word: Encodable {
    var word: String
    var weight: Double
    var known: Bool
    var synonyms: [String]
  }
  struct Reason: Encodable {
    var feature: String
    var value: Double
    var weight: Double
  }
  struct Rank: Encodable {
    var place: Int
    var score: Double
    init(_ rank: SearchHit.Rank) { (place, score) = (rank.place, rank.score) }
  }
  struct Row: Encodable {
    var kind: String
    var instruction: String
    var answer: String
    var start: Int?
    var end: Int?
  }
  struct Step: Encodable {
    var citation: AnswerJSON.CitationJSON
    var place: Int
    var score: Double
    var reasons: [Reason]
    var chunk: String
    var chunkStart: Int
    var chunkEnd: Int
    var headings: [String]
    var words: Rank?
    var vectors: Rank?
    var lines: String
    var fromFile: Bool
    var rows: [Row]
  }
  var question: String
  var kind: String
  var answer: AnswerJSON
  var words: [Word]
  var decision: [Reason]
  var threshold: Double
  var sentencesRead: Int
  var steps: [Step]
  var recipe: [PreparedRows.Step]

  init(_ trace: AnswerTrace) {
    question = trace.answer.question
    kind = trace.kind.rawValue
    answer = AnswerJSON(trace.answer)
    words = trace.words.map { Word(word: $0.word, weight: $0.weight, known: $0.isKnown, synonyms: $0.synonyms) }
    decision = trace.decision.map { Reason(feature: $0.feature.rawValue, value: $0.value, weight: $0.weight) }
    (threshold, sentencesRead, recipe) = (trace.threshold, trace.sentencesRead, trace.recipe)
    steps = trace.steps.map { step in
      let chunk = step.hit.chunk
      return Step(
        citation: AnswerJSON.CitationJSON(step.citation), place: step.place, score: step.score,
        reasons: step.reasons.map { Reason(feature: $0.feature.rawValue, value: $0.value, weight: $0.weight) },
        chunk: chunk.text, chunkStart: chunk.evidence.start, chunkEnd: chunk.evidence.end, headings: chunk.headings,
        words: step.hit.words.map(Rank.init), vectors: step.hit.vectors.map(Rank.init), lines: step.lines,
        fromFile: step.isFromFile,
        rows: step.rows.map {
          Row(
            kind: $0.kind.rawValue, instruction: $0.instruction, answer: $0.answer, start: $0.evidence?.start,
            end: $0.evidence?.end)
        })
    }
  }
}
