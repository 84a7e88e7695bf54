// The noisy channel against sums that can be done by hand, and against word frequency on held-out slips.
import Applications
import Corpora
import Foundation
import Testing

@Suite("A typing channel")
struct TypingChannelTests {
  @Test("shares out the rate of slips among all letters that may be hit")
  func normalized() {
    let channel = TypingChannel()
    let letters = "abcdefghijklmnopqrstuvwxyz"
    for meant in letters {
      let sum = letters.filter { $0 != meant }.reduce(0.0) {
        $0 + exp(channel.logProbability(of: .substituted(meant, by: $1)))
      }
      #expect(abs(sum - 0.01) < 1e-9, "\(meant)")
    }
    #expect(
      channel.logProbability(of: .substituted("e", by: "r")) > channel.logProbability(of: .substituted("e", by: "p")))
  }

  @Test("finds the likeliest edits, a swap as one")
  func edits() {
    let channel = TypingChannel()
    #expect(channel.edits(from: "ferry", to: "frery") == [.swapped("e", "r")])
    #expect(channel.edits(from: "ferry", to: "fery") == [.omitted("r")])
    #expect(channel.edits(from: "pier", to: "piier") == [.inserted("i", behind: "i")])
    #expect(channel.edits(from: "soup", to: "soap") == [.substituted("u", by: "a")])
    #expect(channel.edits(from: "tern", to: "tern").isEmpty)
    #expect(channel.edits(from: "", to: "a") == [.inserted("a", behind: nil)])
  }

  @Test("learns a typist's habits")
  func learnt() {
    let pairs = Array(repeating: (meant: "keep", typed: "keip"), count: 20) + [(meant: "pier", typed: "pier")]
    let learnt = TypingChannel(learntFrom: pairs)
    let slip = TypingChannel.Edit.substituted("e", by: "i")
    #expect(learnt.logProbability(of: slip) > TypingChannel().logProbability(of: slip) + 2)
    #expect(learnt.logProbability(of: "i", meant: "e") > learnt.logProbability(of: "w", meant: "e"))
  }
}

@Suite("A spelling corrector")
struct SpellingCorrectorTests {
  private let world = HarbourLines(seed: 7)
  private var vocabulary: WordTrie {
    WordTrie(of: world.everything.documents(.training, seed: 1).prefix(800).map(\.text))
  }

  @Test("puts right what no list of words can see, and explains it by channel and prior")
  func realWords() throws {
    let corrector = SpellingCorrector(vocabulary: vocabulary, model: try CourseModels.base())
    let (text, decisions) = try corrector.corrected("The ferry leaves from peir two. The fish soap was cold.")
    #expect(text.hasPrefix("The ferry leaves from pier two."))
    let decision = try #require(decisions.first { $0.typed == "peir" })
    #expect(decision.chosen == "pier" && decision.isChanged)
    #expect(decision.candidates.first?.edits == [.swapped("i", "e")])
    #expect(abs(decision.candidates.reduce(0) { $0 + $1.posterior } - 1) < 1e-9)
    #expect(decision.candidates.contains { $0.word == "peir" })
    let sums = decision.candidates.map { $0.channel + $0.prior }
    #expect(sums == sums.sorted(by: >))
    #expect(try corrector.corrected("").text == "")
    #expect(try corrector.corrected("  7, é! \r\n").text == "  7, é! \r\n")
  }

  @Test("keeps capitals, and words that nothing is near to")
  func capitals() throws {
    let corrector = SpellingCorrector(vocabulary: WordTrie(["quarne": 5, "the": 50]))
    #expect(try corrector.corrected("Qaurne, teh Xylophone!").text == "Quarne, the Xylophone!")
  }

  @Test("beats word frequency on slips that it has not seen")
  func heldOut() throws {
    let vocabulary = vocabulary
    var teacher = Typist(seed: 1)
    let examples = world.everything.documents(.training, seed: 5).prefix(150).flatMap { teacher.type($0.text).words }
    let channel = TypingChannel(learntFrom: examples)
    let texts = world.everything.documents(.heldOut, seed: 4).prefix(80).map { String($0.text.dropLast(2)) }
    let typist = Typist(seed: 99)
    let alone = CorrectionEvaluation(of: texts, typist: typist, vocabulary: vocabulary) {
      SpellingCorrector.byFrequencyAlone($0, vocabulary: vocabulary)
    }
    let noisy = try CorrectionEvaluation(of: texts, typist: typist, vocabulary: vocabulary) {
      try SpellingCorrector(vocabulary: vocabulary, channel: channel).corrected($0).text
    }
    #expect(alone.outcomes.count == noisy.outcomes.count)
    #expect(alone.outcomes.count { $0.isSlip } > 200)
    #expect(noisy.gain(over: alone).low > 0, "\(alone.putRight), \(noisy.putRight)")
    #expect(noisy.spoilt.value < 0.01)
  }

  @Test("gets slips of the same typist again, and only real words where they are asked for")
  func typist() {
    var (first, second) = (Typist(seed: 3), Typist(seed: 3))
    let text = "The ferry to Ostrey leaves at ten."
    #expect(first.type(text).typed == second.type(text).typed)
    #expect(Typist(seed: 3).habits == Typist(seed: 4).habits)
    var careful = Typist(seed: 5, rate: 1)
    careful.realWords = WordTrie(["ten": 1, "tea": 1, "the": 1])
    let words = careful.type("ten ten ten ten ten ten").words
    #expect(words.allSatisfy { $0.typed == "ten" || $0.typed == "tea" || $0.typed == "the" })
  }
}
