// How long a chatbot remembers, and whether it knows what it does not know.
internal import Corpora
public import Evaluation

extension Chatbot {
  /// The share of facts that are recalled: each of some passengers tells a name, an island and a cabin, asks other
  /// questions, and then wants to hear all three again.
  ///
  /// - Parameters:
  ///   - exchanges: about other things, in between.
  ///   - chatbot: a new one for each passenger.
  public static func recall(
    after exchanges: Int, passengers: Int = 20, seed: Int = 1, _ chatbot: () throws -> Chatbot
  ) throws -> Estimate {
    let world = HarbourLines(seed: seed)
    let questions = world.facts.flatMap(\.questions)
    var random = CorpusRandom(seed: seed)
    func drawn(_ values: [String]) -> String { values[random.index(below: values.count)] }
    var recalled = 0
    for _ in 0..<passengers {
      var bot = try chatbot()
      let name = drawn(["Ada", "Bo", "Carys", "Dov", "Edda", "Finn", "Greta", "Hugo"])
      let home = drawn(world.islands.map(\.name))
      let cabin = drawn((2...40).map(NumberWords.spelled))
      for told in ["My name is \(name).", "I live on \(home).", "My cabin is number \(cabin)."] {
        try bot.reply(to: told)
      }
      for _ in 0..<exchanges { try bot.reply(to: drawn(questions)) }
      for (question, value) in [("What is my name?", name), ("Where do I live?", home), ("What is my cabin?", cabin)] {
        recalled += try bot.reply(to: question).text.hasSuffix(" \(value).") ? 1 : 0
      }
    }
    return Estimate(share: recalled, of: 3 * passengers)
  }

  /// The share of questions that are refused. Each is asked for itself, of a bot that has heard nothing before.
  public func refusals(of questions: [String]) throws -> Estimate {
    let refused = try questions.count { question in
      var bot = self
      bot.memory = ChatMemory()
      return try bot.reply(to: question).isRefusal
    }
    return Estimate(share: refused, of: questions.count)
  }
}
