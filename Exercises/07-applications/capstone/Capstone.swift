// Six building steps for a company that nobody has heard of.
import Foundation
import Transformers

// MARK: 1 and 2 · Documents to rows

/// Training rows of some documents, and those that the office has typed, without secrets, copies, and rows of the
/// test.
func rows(
  from documents: [SourceDocument], typed: [TrainingRow], test: [TrainingRow]
) throws -> [TrainingRow] {
  // TODO(capstone): chunks, pairs, and a recipe.
  []
}

// MARK: 3 · A model that sorts requests

/// The settings of the run. Base and rows are filled in for you.
func tuning() -> RunConfiguration {
  // TODO(capstone): a template, and settings within the budget.
  RunConfiguration()
}

/// What the tuned model is asked about a request.
func prompt(for request: String) -> String {
  // TODO(capstone): which words does the model know?
  ""
}

// MARK: 4 · Evaluation

/// How much better the tuned model is on the same items: the difference of the shares, and its 95 % interval.
func comparison(base: [Bool], tuned: [Bool]) -> [Double] {
  // TODO(capstone): the difference, the low end, the high end.
  []
}

// MARK: 5 · Documents that answer

/// A database of the documents. Of notices about the same thing, which differ in the date at the end of their name,
/// only the newest goes in.
func library(_ documents: [SourceDocument], at path: String) throws -> DocumentDatabase {
  // TODO(capstone): which documents, and how do they get in?
  DocumentDatabase(path)
}

/// The sentence that answers, its file and its page; nothing if the documents do not answer.
func answer(_ question: String, from database: DocumentDatabase) throws -> [String] {
  // TODO(capstone): ask, and cite.
  []
}

// MARK: 6 · The application

/// What a passenger is told. `desk` is the tuned model: it says which desk a request is for.
func reply(
  to request: String, from database: DocumentDatabase, desk: (String) throws -> String
) throws -> String {
  // TODO(capstone): an answer with its citation, or somebody who can help.
  ""
}
