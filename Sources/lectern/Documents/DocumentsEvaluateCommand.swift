// `lectern documents evaluate`: how many known questions are answered rightly, and weights fitted on them.
import ArgumentParser
import Foundation
import LessonDocuments
import Rendering
import Retrieval
import StepRecords

struct DocumentsEvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Asks questions whose answers are known, and counts.",
    discussion: """
      A question set has one JSON object a line: id, question, evidence (a list of file, page, sentence), split \
      (development or held-out). A question without evidence shall be refused. Behind each share stands between what \
      the true one lies in 95 of 100 cases.
      """)

  @Argument(help: ArgumentHelp("The question set.", valueName: "questions.jsonl"))
  var questions: String

  @OptionGroup var database: DatabaseArgument

  @OptionGroup var answering: AnsweringOptions

  @Flag(help: "Fits weights on the development half first, and writes them as JSON instead of the figures.")
  var fit = false

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func run() throws {
    let database = database.value
    let known: [KnownQuestion]
    do { known = try KnownQuestion.read(questions) } catch let error as QuestionSetError {
      throw UsageFailure("\(error)")
    }
    let choice = try EmbedderChoice.suiting(database)
    let (embedder, request) = (try choice.load(), try answering.request(choice))
    if fit {
      let weights = try database.fittedWeights(
        on: known.filter(\.isForFitting), embedder: embedder, reader: request.reader)
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      return StandardOutput.write(String(decoding: try encoder.encode(weights), as: UTF8.self) + "\n")
    }
    var progress = ProgressDisplay(options: drawing.text(isTerminal: StandardError.isTerminal))
    let evaluation = try database.evaluate(known, request, embedder: embedder) { done in
      progress.show(ProgressRecord(done: done, total: known.count, metrics: [:], seconds: 0), name: "questions")
    }
    progress.end()
    switch format {
    case .json: StandardOutput.write(try ListFormat.line(EvaluationJSON(evaluation)))
    case .text:
      let options = drawing.text()
      StandardOutput.write(EvaluationPicture(evaluation, options: options).lines.encoded(options))
    }
  }
}

/// The figures, and each question with what became of it.
private struct EvaluationJSON: Encodable {
  struct Share: Encodable {
    var count: Int
    var total: Int
    var share: Double
    var low: Double
    var high: Double

    init(_ proportion: Proportion) {
      (count, total, share) = (proportion.count, proportion.total, proportion.share)
      (low, high) = (proportion.interval.lowerBound, proportion.interval.upperBound)
    }
  }
  struct Half: Encodable {
    var pageInFirstThree: [String: Share]
    var exactCitation: Share
    var firstCitation: Share
    var allCitations: Share
    var refused: Share
    var missed: Share
    var reachable: Share

    init(_ half: AnswerEvaluation) {
      pageInFirstThree = SearchRequest.Method.allCases.reduce(into: [:]) { result, method in
        if half.wasSearched(by: method) { result[method.rawValue] = Share(half.pageInFirstThree(by: method)) }
      }
      pageInFirstThree["sentences"] = Share(half.pageInFirstThreeRanked)
      (exactCitation, firstCitation) = (Share(half.cited), Share(half.citedFirst))
      (allCitations, refused) = (Share(half.whollyCited), Share(half.refused))
      (missed, reachable) = (Share(half.missed), Share(half.reachable))
    }
  }
  struct Question: Encodable {
    var id: String
    var question: String
    var right: Bool
    /// The place of the first sentence that answers, and of its page by its best sentence.
    var sentencePlace: Int?
    var rankedPagePlace: Int?
    var answer: AnswerJSON
    /// The place of the page by words, vectors and both.
    var pages: [String: Int]
    var decision: [String: Double]
  }
  var all: Half
  var development: Half
  var heldOut: Half
  var questions: [Question]

  init(_ evaluation: AnswerEvaluation) {
    all = Half(evaluation)
    development = Half(evaluation.half(forFitting: true))
    heldOut = Half(evaluation.half(forFitting: false))
    questions = evaluation.outcomes.map { outcome in
      Question(
        id: outcome.known.id, question: outcome.known.question, right: outcome.isRight,
        sentencePlace: outcome.sentencePlace, rankedPagePlace: outcome.rankedPagePlace,
        answer: AnswerJSON(outcome.answer),
        pages: outcome.pagePlaces.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value },
        decision: outcome.decision.reduce(into: [:]) { $0[$1.key.rawValue] = ($1.value * 1000).rounded() / 1000 })
    }
  }
}

/// The table of figures, and the questions that went wrong.
private struct EvaluationPicture {
  let evaluation: AnswerEvaluation
  let options: TextOptions

  init(_ evaluation: AnswerEvaluation, options: TextOptions) { (self.evaluation, self.options) = (evaluation, options) }

  var lines: [StyledLine] {
    let (fitting, heldOut) = (evaluation.half(forFitting: true), evaluation.half(forFitting: false))
    let row = { (name: String, figure: (AnswerEvaluation) -> Proportion) -> [String] in
      [name, text(figure(evaluation)), text(figure(fitting)), text(figure(heldOut))]
    }
    var rows = SearchRequest.Method.allCases.filter(evaluation.wasSearched).map { method in
      row("page in 3, \(method == .both ? "fused" : method.rawValue)") { $0.pageInFirstThree(by: method) }
    }
    rows += [
      row("page in 3, ask", \.pageInFirstThreeRanked), row("cited exactly", \.cited), row("cited first", \.citedFirst),
      row("all of it cited", \.whollyCited), row("refused rightly", \.refused),
      row("refused wrongly", \.missed),
    ]
    let table = TableRecord(columns: ["", "all", "fitted on", "held out"], rows: rows)
    let wrong = evaluation.outcomes.filter { !$0.isRight }
    return RecordPicture.lines(for: Record(name: "figures", content: .table(table)), options: options)
      + [
        StyledLine(
          "\(evaluation.outcomes.count - wrong.count) of \(evaluation.outcomes.count) right; wrong:",
          TextStyle(bold: true))
      ]
      + wrong.flatMap(lines(of:))
  }

  private func text(_ proportion: Proportion) -> String {
    let percent = { (share: Double) in "\(Int((share * 100).rounded()))" }
    let interval = proportion.interval
    return "\(percent(proportion.share)) % (\(percent(interval.lowerBound))-\(percent(interval.upperBound)))"
  }

  private func lines(of outcome: AnswerEvaluation.Outcome) -> [StyledLine] {
    let said = outcome.answer.citations.first.map { "\($0.evidence.file), page \($0.evidence.page): \($0.sentence)" }
    let wanted = outcome.known.evidence.first.map { "\($0.file), page \($0.page): \($0.sentence)" }
    return StyledLine("\(outcome.known.id)  \(outcome.known.question.harmlessWhole)").wrapped(
      to: options.width, indent: 6)
      + [("says", said), ("has", wanted)].flatMap { name, text in
        StyledLine("      \(name): \((text ?? "nothing").harmlessWhole)", TextStyle(dim: true))
          .wrapped(to: options.width, indent: 8)
      }
  }
}
