// Six building steps for a company that nobody has heard of.
import Foundation
import Transformers

// MARK: 1 and 2 · Documents to rows

/// Training rows of some documents, and those that the office has typed, without secrets, copies, and rows of the
/// test.
func rows(
  from documents: [SourceDocument], typed: [TrainingRow], test: [TrainingRow]
) throws -> [TrainingRow] {
  let chunks = documents.flatMap { Chunker().chunks(of: $0) }
  var copies = NearDuplicates()
  copies.similarity = 1
  var leak = TestLeak()
  (leak.testRows, leak.share) = (test, 1)
  let recipe = Recipe([CleanText(), SensitiveDataFilter(), LengthBand(), copies, leak])
  return try recipe.run(on: PairMaker.pairs(from: chunks) + typed).rows
}

// MARK: 3 · A model that sorts requests

/// The settings of the run. Base and rows are filled in for you.
func tuning() -> RunConfiguration {
  var settings = RunConfiguration()
  settings.template.prompt = "Request: {prompt}\nDesk:"
  settings.template.mostTokens = 48
  settings.tuning.rank = 4
  settings.training.steps = 40
  settings.training.batchSize = 8
  settings.training.learningRate = 0.003
  settings.training.warmup = 4
  return settings
}

/// What the tuned model is asked about a request.
func prompt(for request: String) -> String { "Request: \(request)\nDesk:" }

// MARK: 4 · Evaluation

/// How much better the tuned model is on the same items: the difference of the shares, and its 95 % interval.
func comparison(base: [Bool], tuned: [Bool]) -> [Double] {
  guard base.count == tuned.count, base.count > 1 else { return [] }
  let gains = zip(base, tuned).map { ($1 ? 1.0 : 0) - ($0 ? 1.0 : 0) }
  let mean = gains.reduce(0, +) / Double(gains.count)
  let squares = gains.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
  let error = (squares / Double(gains.count - 1) / Double(gains.count)).squareRoot()
  return [mean, mean - 1.96 * error, mean + 1.96 * error]
}

// MARK: 5 · Documents that answer

/// A database of the documents. Of notices about the same thing, which differ in the date at the end of their name,
/// only the newest goes in.
func library(_ documents: [SourceDocument], at path: String) throws -> DocumentDatabase {
  let database = DocumentDatabase(path)
  var newest: [String: SourceDocument] = [:]
  for document in documents {
    let isNotice = document.file.hasPrefix("notice-")
    let subject = isNotice ? String(document.file.dropLast("2026-01.txt".count)) : document.file
    if let other = newest[subject], other.file > document.file { continue }
    newest[subject] = document
  }
  for document in newest.values.sorted(by: { $0.file < $1.file }) { try database.add(document) }
  return database
}

/// The sentence that answers, its file and its page; nothing if the documents do not answer.
func answer(_ question: String, from database: DocumentDatabase) throws -> [String] {
  guard let cited = try database.ask(question).citations.first else { return [] }
  return [cited.sentence, cited.evidence.file, "\(cited.evidence.page)"]
}

// MARK: 6 · The application

/// What a passenger is told. `desk` is the tuned model: it says which desk a request is for.
func reply(
  to request: String, from database: DocumentDatabase, desk: (String) throws -> String
) throws -> String {
  let found = try answer(request, from: database)
  guard found.count == 3 else { return "I do not know. The \(try desk(request)) desk will help." }
  return "\(found[0]) (\(found[1]), page \(found[2]))"
}
