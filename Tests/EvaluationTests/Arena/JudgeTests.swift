import Evaluation
import Models
import TextModels
import Tokenizers
import Testing

/// Judges of answers: what they go by, and how far they can be trusted.
struct JudgeTests {
  private struct Habit: AnswerJudge {
    var name: String
    var choice: @Sendable (AnswerPair) -> ArenaVote.Winner?
    func verdict(on pair: AnswerPair) -> ArenaVote.Winner? { choice(pair) }
  }

  @Test("a judge who always takes the first answer is found out, and says nothing about the models")
  func position() throws {
    let judge = Habit(name: "first") { _ in .a }
    let votes = try (0..<20).flatMap { try judge.votes(prompt: "p\($0)", ("x", "good"), ("y", "bad")) }
    #expect(votes.count == 40)
    let bias = PositionBias(votes)
    #expect(bias.first.value == 1 && bias.isCertain && bias.decided == 40)
    #expect(bias.bothOrders == 20 && bias.inconsistent.value == 1)
    let ranking = ArenaRanking(votes, resamples: 50)
    #expect(ranking.matrix.ties[0][1] == 20 && ranking.inconsistent == 20 && ranking.votes == 40)
    #expect(ranking.models.map(\.rank) == [1, 1])
    #expect(ranking.notes.contains { $0.hasPrefix("20 times a judge preferred another answer") })
  }

  @Test("a judge who goes by the answers is consistent in both orders, and both are one verdict")
  func consistent() throws {
    let judge = Habit(name: "length") {
      $0.first.count == $0.second.count ? .tie : $0.first.count > $0.second.count ? .a : .b
    }
    let votes = try (0..<20).flatMap { try judge.votes(prompt: "p\($0)", ("x", "long answer"), ("y", "short")) }
    let bias = PositionBias(votes)
    #expect(bias.first.value == 0.5 && !bias.isCertain && bias.inconsistent.value == 0)
    let settled = SettledVotes(votes)
    #expect(settled.votes.count == 20 && settled.bothOrders == 20)
    #expect(settled.votes.allSatisfy { $0.a == "x" && $0.winner == .a })
  }

  @Test("votes without a prompt, and those in one order, stay as they are; a tie and a win in two orders are a tie")
  func settled() {
    let alone = [ArenaVote(a: "x", b: "y", winner: .a), ArenaVote(a: "y", b: "x", winner: .a)]
    #expect(SettledVotes(alone).votes == alone)
    let twice = Array(repeating: ArenaVote(a: "x", b: "y", winner: .a, judge: "j", prompt: "p"), count: 2)
    #expect(SettledVotes(twice).votes == twice)
    let other = ArenaVote(a: "y", b: "x", winner: .tie, judge: "j", prompt: "p")
    #expect(SettledVotes([twice[0], other]).votes.map(\.winner) == [.tie])
    // Another judge's votes are no second order.
    var ben = other
    ben.judge = "ben"
    #expect(SettledVotes([twice[0], ben]).votes.count == 2)
  }

  @Test("agreement and Cohen's kappa are scikit-learn's")
  func agreement() throws {
    let reference = try ArenaReference.read().agreement
    func votes(_ winners: [ArenaVote.Winner], _ judge: String) -> [ArenaVote] {
      winners.enumerated().map { ArenaVote(a: "x", b: "y", winner: $1, judge: judge, prompt: "p\($0)") }
    }
    let (one, other) = (votes(reference.one, "ada"), votes(reference.other, "ben"))
    // Where the answers stood does not matter.
    let agreement = JudgeAgreement(one, other.map(\.swapped))
    #expect(agreement.shared == 60)
    #expect(abs(agreement.share.value - reference.share) < 1e-12)
    #expect(abs(agreement.kappa.value - reference.kappa) < 1e-12)
    #expect(agreement.kappa.low < reference.kappa && reference.kappa < agreement.kappa.high)
    #expect(agreement.share.low < reference.share && reference.share < agreement.share.high)
    #expect(JudgeAgreement(one, one).kappa.value == 1)
    #expect(JudgeAgreement(one, []).shared == 0)
    // Judges who always say the same: chance would agree as well.
    let same = votes([.a, .a, .a], "ada")
    #expect(JudgeAgreement(same, same).kappa.value.isNaN && JudgeAgreement(same, same).share.value == 1)
  }

  @Test("a metric judges by what would be right, and has no opinion without it")
  func metric() throws {
    let judge = MetricJudge(try TextMetrics.named("f1"))
    func verdict(
      _ first: String, _ second: String, _ references: [String] = ["at nine in the morning"]
    ) -> ArenaVote.Winner? {
      judge.verdict(on: AnswerPair(prompt: "When?", first: first, second: second, references: references))
    }
    #expect(verdict("nine in the morning", "in the evening") == .a)
    #expect(verdict("at ten", "at nine in the morning") == .b)
    #expect(verdict("the cat", "a dog") == .tie)
    #expect(verdict("x", "y", []) == nil)
  }

  private func model() throws -> TextModel {
    let tokenizer = try CharacterTokenizer.train(on: "The better answer is A or B: {prompt} {first} Question\n ")
    let size = GPTConfiguration(
      vocabularySize: tokenizer.vocabularySize, contextLength: 160, layers: 1, heads: 2, channels: 8)
    return TextModel(name: "tiny", GPT(size, seed: 4), tokenizer: tokenizer, endTokens: [])
  }

  @Test("a model judges by the likelihood of each answer per token, whatever their order and length")
  func likelihood() throws {
    let model = try model()
    let judge = LikelihoodJudge(model)
    let (one, other) = ("a better answer", "B")
    let scores = try model.scores(of: [("Question", one), ("Question", other)])
    let means = scores.map { $0.logLikelihood / Double($0.logProbabilities.count) }
    let expected: ArenaVote.Winner = means[0] > means[1] ? .a : .b
    #expect(try judge.verdict(on: AnswerPair(prompt: "Question", first: one, second: other)) == expected)
    let votes = try judge.votes(prompt: "Question", ("x", one), ("y", other))
    #expect(SettledVotes(votes).inconsistent == 0)
    let wide = LikelihoodJudge(model, margin: abs(means[0] - means[1]) + 1e-6)
    #expect(try wide.verdict(on: AnswerPair(prompt: "Question", first: one, second: other)) == .tie)
    #expect(judge.name == "likelihood of tiny")
  }

  @Test("a model that compares reads both answers as they are, placeholders in them included")
  func comparing() throws {
    let model = try model()
    let judge = ComparingJudge(model, template: "{prompt} {first} or {second}:")
    let pair = AnswerPair(prompt: "better", first: "{first}", second: "an A")
    let asked = "better {first} or an A:"
    let scores = try model.scores(of: [(asked, " A"), (asked, " B")]).map(\.logLikelihood)
    #expect(try judge.verdict(on: pair) == (scores[0] > scores[1] ? .a : .b))
  }
}
