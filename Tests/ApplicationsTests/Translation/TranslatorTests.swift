import Applications
import Corpora
import Evaluation
import Models
import Tensors
import Testing
import Tokenizers

@Suite("The translator that the course ships")
struct TranslatorTests {
  private let translator: Translator

  init() throws { translator = try Translator.load(from: Course.root + "/TranslationModel") }

  @Test("is right to the letter for nine of ten sentences that it has not learnt from")
  func exact() throws {
    // Verb and object of each never met in what was learnt, however much that was.
    let split = PhrasebookSplit(training: 10, heldOut: 80)
    let report = try TranslationReport(translator, on: split.newCombinations)
    #expect(report.rows.count == 160)
    #expect(report.exact.value > 0.9, "\(report.mistakes.map { "\($0.source) — \($0.written)" })")
    #expect(report.exact.low < report.exact.value && report.exact.value <= report.exact.high)
    // The counts by construction are those of the rows.
    for row in report.byConstruction {
      #expect(row.count == report.rows.count { $0.entry.constructions.contains(row.construction) })
    }
  }

  @Test("translates there and back")
  func thereAndBack() throws {
    let sentence = "The captain sees the ferry."
    let there = try translator.translate(sentence, from: .english)
    #expect(there.text == (try Phrasebook().translate(sentence, from: .english)))
    #expect(there.isWhole && there.logProbability < 0 && there.logProbability > -1)
    #expect(try translator.translate(there.text, from: .ostrish, beams: 4).text == sentence)
  }

  @Test("gives many at once what it gives one by one")
  func batches() throws {
    let sentences = ["I am ready.", "Did the pilots not greet the young teacher yesterday?", "You sell a rope."]
    let together = try translator.translations(of: sentences, from: .english, size: 2)
    #expect(together == (try sentences.map { try translator.translate($0, from: .english).text }))
  }

  @Test("looks at the words that it translates")
  func alignment() throws {
    let alignment = try translator.alignment(
      of: "The sailors repair the boat.", to: "Sanoti vankita vasuronta.", from: .english)
    #expect(alignment.written == ["Sanoti", "vankita", "vasuronta", "."])
    #expect(alignment.source == ["The", "sailors", "repair", "the", "boat", "."])
    #expect(alignment.weights.shape == [4, 6])
    #expect(alignment.weights.patternLabels?.keys == alignment.source)
    let sums = alignment.weights.sum(axis: 1).scalars
    #expect(sums.allSatisfy { $0 > 0 && $0 <= 1.0001 })
    let entries = Array(PhrasebookSplit(training: 10, heldOut: 10).newSentences)
    #expect(try translator.alignmentAccuracy(on: entries, from: .english).value > 0.8)
  }

  @Test("says what is wrong with a sentence that is too long, and with other models")
  func mistakes() throws {
    let long = Array(repeating: "the captain sees", count: 40).joined(separator: " ")
    #expect(throws: ModelInputError.self) { try translator.translate(long, from: .english) }
    let other = try BytePairTokenizer.train(on: ["a b"], vocabularySize: 300)
    #expect(throws: TranslatorError.noSpecialToken("<|endoftext|>")) {
      try Translator(translator.model, tokenizer: other)
    }
    let small = EncoderDecoder(
      EncoderDecoderConfiguration(vocabularySize: 20, layers: 1, heads: 1, channels: 4), seed: 1)
    #expect(throws: TranslatorError.otherTokenizer(tokens: 512, vocabularySize: 20)) {
      try Translator(small, tokenizer: translator.tokenizer)
    }
    #expect(throws: CheckpointError.self) { try Translator.load(from: Course.root + "/BaseModel") }
  }
}
