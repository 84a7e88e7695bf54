// A chat without a terminal: lines are read from standard input, and each is answered.
import Experiments
import Foundation
import LessonDocuments
import Rendering

struct ChatLines {
  var session: ChatSession
  let format: ListFormat
  let options: TextOptions

  /// One exchange as a line of JSON.
  private struct ExchangeJSON: Encodable {
    struct Answer: Encodable {
      var model: String
      var answer: String
      /// Turns that the model no longer saw.
      var droppedTurns: Int
    }
    var prompt: String
    var answers: [Answer]
    var seed: Int
  }

  /// To the end of the input, or to `/quit`. Mistakes are said on standard error, and the chat goes on.
  ///
  /// - Returns: whether there were none.
  mutating func run() throws -> Bool {
    var isFine = true
    while let line = readLine() {
      switch session.take(ChatInput(line)) {
      case .nothing: continue
      case .quit: return isFine
      case .told(let sentences): StandardError.write(sentences.map { $0.sanitized() + "\n" }.joined())
      case .mistaken(let sentence):
        isFine = false
        StandardError.write("lectern: \(sentence.harmlessLines)\n")
      case .asked(let prompt, let seed): try answer(prompt, seed: seed ?? session.nextSeed)
      }
    }
    return isFine
  }

  private mutating func answer(_ prompt: String, seed: Int) throws {
    let answers = try session.reply(to: prompt, seed: seed)
    switch format {
    case .json:
      let told = zip(session.partners, answers).map {
        ExchangeJSON.Answer(model: $0.name, answer: $1.text, droppedTurns: $1.dropped.count)
      }
      StandardOutput.write(try ListFormat.line(ExchangeJSON(prompt: prompt, answers: told, seed: seed)))
    case .text:
      for (partner, answer) in zip(session.partners, answers) {
        let name = session.partners.count > 1 ? "\(partner.name): " : ""
        let text = (name + answer.text).sanitized()
        StandardOutput.write((options.ascii ? text.transliterated() : text) + "\n")
      }
    }
  }
}
