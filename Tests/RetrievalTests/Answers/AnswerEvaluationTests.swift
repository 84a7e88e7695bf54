// How well the questions about the Harbour Lines are answered, by words alone, on the half that nothing was fitted on.
import DocumentFormats
import DocumentStorage
import Foundation
import Testing

@testable import Retrieval

struct AnswerEvaluationTests {
  @Test("Wilson's interval holds the share, and narrows with the number of cases")
  func intervals() {
    let (few, many) = (Proportion(8, of: 10).interval, Proportion(800, of: 1000).interval)
    #expect(abs(few.lowerBound - 0.4902) < 0.001 && abs(few.upperBound - 0.9433) < 0.001)
    #expect(many.lowerBound > few.lowerBound && many.upperBound < few.upperBound)
    #expect(Proportion(0, of: 0).interval == 0...1)
  }

  @Test("a question set that is none is told with its line", arguments: ["", "{}", "[1]\n", "{\"id\": 3}"])
  func wrongSets(text: String) throws {
    let file = FileManager.default.temporaryDirectory.path + "/lectern-questions-\(UUID().uuidString).jsonl"
    defer { try? FileManager.default.removeItem(atPath: file) }
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    let error = #expect(throws: QuestionSetError.self) { try KnownQuestion.read(file) }
    #expect(error?.description.hasPrefix(text.isEmpty ? file : "\(file):1:1") == true)
  }

  @Test("fitting twice gives the same weights, and those that come with the library answer the held-out half")
  func figures() throws {
    let file = FileManager.default.temporaryDirectory.path + "/lectern-figures-\(UUID().uuidString).sqlite"
    defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file + end) } }
    let database = DocumentDatabase(file)
    let report = try database.add(HarbourLinesFolder.documents().map { "\(HarbourLinesFolder.path)/\($0)" })
    #expect(report.failed.isEmpty)
    let known = try KnownQuestion.read(HarbourLinesFolder.path + "/questions.jsonl")
    // Of each sort a few: fitting takes long without optimisation.
    let few = [false, true].flatMap { sort in
      known.filter { $0.isForFitting && $0.isUnanswerable == sort }.prefix(sort ? 2 : 4)
    }
    #expect(try database.fittedWeights(on: few) == database.fittedWeights(on: few))

    let heldOut = try database.evaluate(known.filter { !$0.isForFitting })
    // A page that answers is nearly always near the top; a margin of two questions below what was measured.
    #expect(heldOut.pageInFirstThreeRanked.share >= 0.8, "\(heldOut.pageInFirstThreeRanked)")
    #expect(heldOut.cited.share >= 0.45, "\(heldOut.cited)")
    #expect(heldOut.refused.share >= 0.5, "\(heldOut.refused)")
    #expect(heldOut.outcomes.allSatisfy { $0.answer.isAnswered == !$0.answer.citations.isEmpty })
  }
}
