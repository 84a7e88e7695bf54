// The course that this repository holds, as a whole: links, names of lessons, the glossary and the steps that show it.
// Whether lessons run and exercises can be solved, `lectern verify` tells.
import Foundation
import Testing

@testable import Grading
@testable import LessonDocuments

struct WholeCourseTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// Read once for all tests.
  private struct Contents: Sendable {
    let course: Course
    let glossary: Glossary
    let lessons: [(CourseLesson, Lesson)]
    let concepts: ConceptIndex

    init() throws {
      let course = try Course.containing(WholeCourseTests.root)
      self.course = course
      glossary = try Glossary(of: course)
      lessons = try course.lessons.map { entry in
        (entry, try LessonReader.read(file: entry.absolutePath, named: entry.path, course: course.root).lesson)
      }
      concepts = ConceptIndex(glossary, lessons: lessons)
    }
  }

  private static let contents = Result { try Contents() }

  private let course: Course
  private let glossary: Glossary
  private let lessons: [(CourseLesson, Lesson)]
  private let concepts: ConceptIndex

  init() throws {
    let contents = try Self.contents.get()
    course = contents.course
    glossary = contents.glossary
    lessons = contents.lessons
    concepts = contents.concepts
  }

  /// Every Markdown file below some folders, from the course's folder.
  private static func documents(in folders: [String]) -> [String] {
    folders.flatMap { folder in
      let names = FileManager.default.enumerator(atPath: "\(root)/\(folder)")?.compactMap { $0 as? String } ?? []
      return names.filter { $0.hasSuffix(".md") }.sorted().map { "\(folder)/\($0)" }
    }
  }

  // MARK: Links and names

  @Test(
    "every link of lessons and documentation leads to a file that is there, and to a heading in it",
    arguments: documents(in: ["Lessons", "Documentation"]))
  func links(path: String) throws {
    let file = "\(Self.root)/\(path)"
    let document = try LessonReader.read(file: file, named: path, course: Self.root).lesson.document
    for problem in CourseLinks(root: Self.root).problems(in: document, of: file) {
      Issue.record("\(path):\(problem.line ?? 1): \(problem.message)")
    }
  }

  @Test("what a lesson needs is another lesson")
  func needs() {
    for (entry, lesson) in lessons {
      for name in lesson.frontMatter.needs {
        do {
          if try course.lesson(named: name) == entry { Issue.record("\(entry.path) needs itself") }
        } catch {
          Issue.record("\(entry.path): needs: \(error)")
        }
      }
    }
  }

  @Test("every exercise belongs to a lesson that is there")
  func exercises() throws {
    for exercise in try ExerciseCatalogue(of: course).exercises {
      guard let lesson = exercise.lesson else {
        Issue.record("\(exercise.id) belongs to no lesson")
        continue
      }
      do {
        _ = try course.lesson(named: lesson)
      } catch {
        Issue.record("\(exercise.id): lesson: \(error)")
      }
    }
  }

  @Test("every lesson has an exercise; a chapter ends with questions, and the last one with the capstone")
  func exercisesOfLessons() throws {
    let practised = Set(try ExerciseCatalogue(of: course).exercises.compactMap { $0.lesson })
    let chapters = Dictionary(grouping: lessons.filter { $0.0.number != nil }) { $0.0.chapter }
    #expect(chapters.count == 7)
    for chapter in chapters.values {
      let isOfQuestions = chapter.map { $0.1.steps.isEmpty && !$0.1.quizzes.isEmpty }
      #expect(isOfQuestions.count { $0 } == 1, "questions of chapter \(chapter[0].0.path)")
      for ((entry, _), isQuiz) in zip(chapter, isOfQuestions) where !isQuiz {
        #expect(practised.contains(entry.number ?? ""), "\(entry.path) has no exercise")
      }
    }
  }

  @Test("in every chapter something is broken, and found from the output")
  func brokenThings() {
    let chapters = Dictionary(grouping: lessons.filter { $0.0.number != nil }) { $0.0.chapter }
    for chapter in chapters.values {
      let isThere = chapter.contains { _, lesson in
        lesson.document.children.contains { $0.kind == .heading(level: 2) && $0.inlineText == "Break it" }
      }
      #expect(isThere, "no lesson beside \(chapter[0].0.path) has a heading \("Break it".quoted)")
    }
  }

  // MARK: The glossary

  /// What the course promises to show.
  private static let promised = words(
    """
    language model, generative AI, foundation model, LLM, GPT, unlabelled data, next-token prediction, autoregressive,
    scale, neural network, node, layer, deep learning, forward propagation, backpropagation, prediction error, attention,
    self-attention, multi-head attention, encoder, decoder, feed-forward network, positional encoding, masking,
    embedding, tokenisation, pre-training, fine-tuning, adapter, transfer learning, domain adaptation,
    feature-based adaptation, instance-based adaptation, model-based adaptation, distribution shift, data efficiency,
    instruction pair, question–answer pair, hyperparameter tuning, style tuning, perplexity, benchmark, leaderboard,
    retrieval, citation, chatbot, virtual assistant, translation, content generation, sentiment analysis,
    text completion, auto-correction, summarisation, question answering, text classification, speech recognition,
    voice assistant, recommendation, long-range dependency, context window, hallucination, bias, ethics
    """)

  private static func words(_ text: String) -> [String] {
    text.replacing("\n", with: " ").split(separator: ",").map { String($0.trimmingPrefix(" ")) }
  }

  @Test("the glossary explains what the course promises to show", arguments: promised)
  func explained(term: String) throws {
    #expect(try #require(glossary.term(named: term)).definition != "")
  }

  @Test("a step shows what the course promises", arguments: promised)
  func shown(term: String) throws {
    let concept = try #require(concepts.concepts.first { $0.term.name == term })
    #expect(!concept.places.isEmpty, "no step says shows=\"\(term)\"")
  }

  @Test("a step shows what the glossary explains, and the glossary explains what a step shows")
  func everyTerm() {
    for concept in concepts.concepts where concept.places.isEmpty {
      Issue.record("no step says shows=\(concept.term.name.quoted)")
    }
    #expect(concepts.warnings.isEmpty)
  }

  @Test("the glossary is in order, says of each term what it means, and no two have one anchor")
  func glossaryOrder() {
    let names = glossary.terms.map { $0.name.lowercased().replacing("–", with: "-") }
    for (name, next) in zip(names, names.dropFirst()) { #expect(name < next) }
    #expect(glossary.terms.filter { $0.definition.isEmpty }.map(\.name) == [])
    #expect(Set(glossary.terms.map(\.anchor)).count == glossary.terms.count)
  }

  @Test("a lesson in which a term is seen, as the glossary says, has the word in its prose or its code")
  func seenIn() throws {
    let document = try LessonReader.read(file: "\(Self.root)/\(Glossary.path)", named: Glossary.path, course: Self.root)
      .lesson.document
    var term = ""
    var checked = 0
    for node in document.children {
      if case .heading(level: 2) = node.kind { term = node.inlineText }
      for (destination, line) in MarkdownNode.links(in: node) {
        guard let (entry, _) = lessons.first(where: { $0.0.path.hasSuffix("/" + destination) }) else { continue }
        checked += 1
        let text = try String(contentsOfFile: entry.absolutePath, encoding: .utf8)
        if !Self.letters(text).contains(Self.letters(term)) {
          Issue.record("\(Glossary.path):\(line ?? 1): \(term.quoted) is not in \(entry.path)")
        }
      }
    }
    #expect(checked > 0)
  }

  /// As names in code and words in prose have in common: `crossEntropy`, "Cross-entropy".
  private static func letters(_ text: String) -> String { String(text.lowercased().filter(\.isLetter)) }

  /// Where a word is not meant as the term, another word is the clearer one.
  @Test("the lesson that uses a term first links it")
  func firstUses() {
    let paragraphs = lessons.flatMap { _, lesson in Self.paragraphs(of: lesson.document).map { (lesson, $0) } }
    let linked = lessons.map { _, lesson in
      (
        lesson.path,
        Set(MarkdownNode.links(in: lesson.document).compactMap { glossary.term(linkedBy: $0.destination)?.name })
      )
    }
    let linkedTerms = Dictionary(uniqueKeysWithValues: linked)
    for term in glossary.terms {
      let wanted = Self.words(in: term.name)
      guard let (lesson, paragraph) = paragraphs.first(where: { Self.has(wanted, in: $0.1.words) }) else { continue }
      if linkedTerms[lesson.path]?.contains(term.name) != true {
        Issue.record("\(lesson.path):\(paragraph.line): first use of \(term.name.quoted), which is not linked")
      }
    }
  }

  private static func paragraphs(of node: MarkdownNode) -> [(line: Int, words: [String])] {
    guard case .paragraph = node.kind else { return node.children.flatMap(paragraphs) }
    return [(node.range?.start.line ?? 0, words(in: node.inlineText))]
  }

  /// Whether these words stand in a row, the last of them perhaps with an s.
  private static func has(_ wanted: [String], in words: [String]) -> Bool {
    guard let first = wanted.first, let last = wanted.last, words.count >= wanted.count else { return false }
    for start in 0...words.count - wanted.count where words[start].hasPrefix(first) {
      let found = words[start..<start + wanted.count]
      if found.dropLast().elementsEqual(wanted.dropLast()), found.last == last || found.last == last + "s" {
        return true
      }
    }
    return false
  }

  private static func words(in text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "–" }.map(String.init)
  }
}
