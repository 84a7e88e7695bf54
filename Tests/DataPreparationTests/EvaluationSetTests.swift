// Evaluation sets: five kinds of questions, each answered where it says, the same for the same seed.
import DataPreparation
import DocumentReading
import Foundation
import Testing
import YAMLReading
import YAMLTrees

struct EvaluationSetTests {
  private static let chunks = Samples.chunks(Samples.handbook)

  private func set(
    count: Int? = nil, seed: Int = 1, kinds: [EvaluationQuestion.Kind] = EvaluationQuestion.Kind.allCases
  )
    -> [EvaluationQuestion]
  { EvaluationSetMaker.questions(from: Self.chunks, kinds: kinds, count: count, seed: seed) }

  private func text(_ evidence: Evidence) -> String { Samples.page(Samples.handbook).text(evidence.range) ?? "" }

  @Test("all kinds come, evenly, and in their order")
  func kinds() {
    let questions = set(count: 15)
    #expect(questions.count == 15)
    for kind in EvaluationQuestion.Kind.allCases { #expect(questions.count { $0.type == kind } == 3, "\(kind)") }
    let order = questions.map { EvaluationQuestion.Kind.allCases.firstIndex(of: $0.type) ?? -1 }
    #expect(order == order.sorted())
    #expect(set(count: 4, kinds: [.multiHop]).map(\.type) == Array(repeating: .multiHop, count: 4))
    #expect(set(kinds: []).isEmpty)
  }

  @Test("seed and count decide the set; another seed gives another")
  func seeded() {
    #expect(set(count: 10) == set(count: 10))
    #expect(set(count: 10, seed: 2) != set(count: 10))
    let all = set()
    #expect(Set(all.map { $0.question }).count == all.count)
  }

  @Test("the answer stands in the evidence; of two hops in the last sentence")
  func evidence() throws {
    for question in set() {
      #expect(question.evidence.count == (question.type == .multiHop ? 2 : 1))
      let answer =
        question.choices.map { $0[["A", "B", "C", "D"].firstIndex(of: question.answer) ?? 0] } ?? question.answer
      let sentences = question.evidence.map { text($0).lowercased() }
      let holder = question.question.hasPrefix("Which") ? sentences.joined(separator: "\n") : sentences.last ?? ""
      #expect(holder.contains(answer.lowercased()), "\(question)")
    }
  }

  @Test("two hops: a thing is named by what another sentence says of it")
  func bridge() throws {
    let questions = set(kinds: [.multiHop])
    let bridge = try #require(questions.first { $0.question == "How many passengers does the ferry to Birk carry?" })
    #expect(bridge.answer == "240")
    #expect(
      bridge.evidence.map(text) == [
        "The Northern Star is the ferry to Birk.", "The Northern Star carries 240 passengers and 30 cars.",
      ])
    #expect(!questions.contains { $0.question.contains("Northern Star") && !$0.question.hasPrefix("Which") })
  }

  @Test("two hops: quantities of the same unit are compared, in words and in digits")
  func comparison() throws {
    let questions = set(kinds: [.multiHop])
    let longer = try #require(
      questions.first { $0.question == "Which takes longer, the crossing to Birk or the crossing to Skerry?" })
    #expect(longer.answer == "the crossing to Skerry")
    let dearer = try #require(
      questions.first { $0.question == "Which costs more, a ticket to Birk or a ticket to Skerry?" })
    #expect(dearer.answer == "a ticket to Skerry")
  }

  @Test("multiple choice: four different choices of one sort, the right one anywhere")
  func choices() throws {
    let questions = set(kinds: [.multipleChoice])
    #expect(questions.count > 6)
    for question in questions {
      let choices = try #require(question.choices)
      #expect(choices.count == 4 && Set(choices.map { $0.lowercased() }).count == 4)
      #expect(["A", "B", "C", "D"].contains(question.answer))
    }
    #expect(Set(questions.map(\.answer)).count > 1)
    let duration = try #require(questions.first { $0.question.hasPrefix("How long does the crossing") })
    #expect(duration.choices?.allSatisfy { $0.hasSuffix(" minutes") } == true)
  }

  @Test("token presence: the numbers and names of the answer")
  func tokens() {
    let questions = set(kinds: [.tokenPresence])
    #expect(
      questions.first { $0.question == "Who commands the Northern Star?" }?.tokens == ["Captain", "Brenna", "Holt"])
    #expect(questions.allSatisfy { question in question.tokens?.allSatisfy(question.answer.contains) == true })
  }

  @Test("JSONL is read again as the same questions, and YAML says the same")
  func written() throws {
    let questions = set()
    let lines = questions.jsonLines.split(separator: "\n")
    let read = try lines.map { try JSONDecoder().decode(EvaluationQuestion.self, from: Data($0.utf8)) }
    #expect(read == questions)
    guard case .sequence(let items) = try YAMLNode(parsing: questions.yaml).content else {
      Issue.record("no list")
      return
    }
    #expect(items.count == questions.count)
    guard case .mapping(let entries)? = items.first?.content,
      case .scalar(let question, true)? = entries.dropFirst().first?.value.content
    else {
      Issue.record("no mapping of texts")
      return
    }
    #expect(question == questions[0].question)
    #expect([EvaluationQuestion]().yaml == "[]\n" && [EvaluationQuestion]().jsonLines.isEmpty)
  }

  @Test("nothing is made of nothing, and of a text without sentences")
  func empty() {
    #expect(EvaluationSetMaker.questions(from: []).isEmpty)
    #expect(EvaluationSetMaker.questions(from: Samples.chunks("a\nb\nc")).isEmpty)
    #expect(set(count: 0).isEmpty)
  }
}
