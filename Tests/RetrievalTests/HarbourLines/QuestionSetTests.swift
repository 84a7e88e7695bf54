import DocumentReading
import Foundation
import Testing

/// The questions about the Harbour Lines documents: that they can be trusted.
struct QuestionSetTests {
  private let questions: [HarbourLinesFolder.Question]

  init() throws { questions = try HarbourLinesFolder.questions() }

  @Test func `every sentence of the evidence stands on the page that it names, and on no other page of the file`()
    throws
  {
    var pages: [String: [String]] = [:]
    for name in try HarbourLinesFolder.documents() {
      pages[name] = try HarbourLinesFolder.document(name).pages.map { HarbourLinesFolder.folded($0.text) }
    }
    for question in questions {
      for place in question.evidence {
        let file = try #require(pages[place.file], "\(question.id): there is no \(place.file)")
        let found = file.indices.filter { file[$0].contains(HarbourLinesFolder.folded(place.sentence)) }.map { $0 + 1 }
        #expect(found == [place.page], "\(question.id): \(place.sentence)")
      }
    }
  }

  @Test func `an answer stands in its evidence, unless it is yes or no`() {
    for question in questions where !question.unanswerable && question.kind != "yes or no" {
      let sentences = question.evidence.map { HarbourLinesFolder.folded($0.sentence).lowercased() }
      let isThere = question.answers.contains { answer in sentences.contains { $0.contains(answer.lowercased()) } }
      #expect(isThere, "\(question.id): \(question.answers)")
    }
  }

  @Test func `questions differ, and what can be answered has an answer and evidence`() {
    #expect(Set(questions.map(\.id)).count == questions.count)
    #expect(Set(questions.map { $0.question.lowercased() }).count == questions.count)
    for question in questions {
      #expect(question.question.hasSuffix("?"), "\(question.id)")
      #expect(question.evidence.isEmpty == question.unanswerable, "\(question.id)")
      #expect(question.answers.isEmpty == question.unanswerable, "\(question.id)")
      #expect(question.answers.first ?? "" == question.answer, "\(question.id)")
      #expect(Set(question.evidence).count == question.evidence.count, "\(question.id)")
    }
  }

  @Test func `both halves hold enough of everything`() {
    let answerable = questions.filter { !$0.unanswerable }
    #expect(answerable.count >= 90)
    #expect(answerable.count { $0.paraphrased } * 10 >= answerable.count * 3)
    for split in ["development", "held-out"] {
      let half = questions.filter { $0.split == split }
      #expect(abs(half.count * 2 - questions.count) <= 2)
      #expect(half.count { $0.unanswerable } >= 10)
      for kind in ["number", "fact", "condition", "list", "reason", "table", "changed", "two documents"] {
        #expect(half.count { $0.kind == kind } >= 2, "\(split): \(kind)")
      }
      #expect(half.count { $0.paraphrased && !$0.unanswerable } >= 15)
    }
    #expect(Set(questions.map(\.split)) == ["development", "held-out"])
  }

  @Test func `what the encoder was trained on holds neither a question nor a sentence of the evidence`() throws {
    let path = HarbourLinesFolder.path + "/../EmbeddingModel/Texts/questions.txt"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { $0.lowercased() }
    #expect(lines.count > 300)
    let asked = Set(
      questions.map { $0.question.lowercased() } + questions.flatMap(\.evidence).map { $0.sentence.lowercased() })
    #expect(lines.filter(asked.contains) == [])
  }
}
