// Text in, text out, with the course's own base model.
import Foundation
import Testing
import TextModels

@Suite("A text model")
struct ContinuationTests {
  let model: TextModel

  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    model = try TextModel.load(from: root.appendingPathComponent("BaseModel").path)
  }

  @Test("gives out in pieces exactly what it returns, and nothing of a stop")
  func pieces() throws {
    var pieces: [String] = []
    let text = try model.continuation(of: "Question: ", count: 30, stoppingAt: ["?"]) { pieces.append($0) }
    #expect(pieces.joined() == text)
    #expect(!text.isEmpty)
    #expect(!text.contains("?"))
    #expect(try model.continuation(of: "Question: ", count: 30).hasPrefix(text + "?"))
  }

  @Test("scores what it writes itself as greedy, and as likelier than another text")
  func scores() throws {
    let context = "Question: "
    let own = try model.continuation(of: context, count: 8)
    let scores = try model.scores(of: [(context, own), (context, "ferry ferry ferry")])
    #expect(scores[0].isGreedy)
    #expect(!scores[1].isGreedy)
    #expect(
      scores[0].logLikelihood / Double(scores[0].logProbabilities.count)
        > scores[1].logLikelihood / Double(scores[1].logProbabilities.count))
  }

  @Test("scores a text the same alone and beside longer ones")
  func batch() throws {
    let short = (context: "The ferry", text: " leaves at")
    let long = (context: "Dear Harbour Lines,\n", text: "I was on board yesterday, and the crossing was calm.")
    let alone = try model.scores(of: [short])[0]
    let together = try model.scores(of: [long, short])[1]
    let pairs = zip(alone.logProbabilities, together.logProbabilities)
    #expect(alone.logProbabilities.count == together.logProbabilities.count)
    #expect(pairs.allSatisfy { abs($0 - $1) < 1e-4 })
  }
}
