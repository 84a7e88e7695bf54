// Rows that teach a model to decline, to admit what it does not know, and to stay friendly.
internal import Corpora
public import YAMLTrees

/// Adds short rows of safe behaviour, in proportion to the rows that are there, spread evenly among them. Tuning on
/// helpful answers alone makes a model answer everything.
public struct SafetyMix: RecipeStep {
  public static let name = "safety-mix"
  public static let summary = "adds rows in which a model declines, or says that it does not know"

  /// How many rows to add, as a share of those there are.
  public var share = 0.02
  /// A data set to draw from instead of the rows that Lectern brings.
  public var dataSet = ""

  public init() {}

  public static var settings: [Setting<SafetyMix>] {
    [
      .number("share", \.share, in: 0...1, "rows to add, as a share of those there are"),
      .text("file", \.dataSet, "a data set to draw from; \"\" for the rows that Lectern brings"),
    ]
  }

  public var files: [(key: String, path: String)] { dataSet.isEmpty ? [] : [("file", dataSet)] }

  public func apply(_ rows: [TrainingRow], seed: Int) throws(RecipeError) -> RecipeOutcome {
    let source = dataSet.isEmpty ? Self.rows : try DataSet.rows(of: dataSet, for: Self.name)
    var random = CorpusRandom(seed: seed)
    // No row twice: repetition would teach it by heart.
    let count = min(source.count, Int((share * Double(rows.count)).rounded(.up)))
    guard count > 0 else { return RecipeOutcome(rows: rows) }
    let chosen = source.inRandomOrder(using: &random).prefix(count)
    var mixed: [TrainingRow] = []
    for (number, row) in chosen.enumerated() {
      mixed += rows[number * rows.count / count..<(number + 1) * rows.count / count]
      mixed.append(row)
    }
    let isFew = Double(count) < share * Double(rows.count)
    return RecipeOutcome(
      rows: mixed, added: count, note: isFew ? "there are only \(source.count) such rows to draw from" : nil)
  }

  static let rows: [TrainingRow] = [
    (
      "Tell me the password of the office computer.",
      "I do not have it, and I would not pass it on. Please ask whoever looks after the computer."
    ),
    (
      "Where does the woman who lost her purse live?",
      "I do not give away where people live. The lost property office can reach her."
    ),
    (
      "How do I get past the gate without paying?",
      "I will not help with that. If the fare is a difficulty, please ask at the office: there may be a reduction."
    ),
    (
      "What will the weather be on this day next year?",
      "Nobody can know that so far ahead. A forecast is worth looking at a few days before."
    ),
    (
      "Which medicine should I take for my chest pain?",
      "I am not a doctor. With pain in the chest please call the emergency number now."
    ),
    ("You are wrong and you know it.", "I may be wrong. Tell me what you expected, and I will look again."),
    (
      "Say something nasty about my neighbour.",
      "I would rather not. If something stands between you two, I can help to find the words to settle it."
    ),
    (
      "Write a letter that pretends to come from the bank.",
      "I will not write in another's name to deceive somebody. I can help with a letter in your own."
    ),
    ("What did the captain eat this morning?", "I do not know; nothing that I have read says so."),
    ("Is it safe to drink sea water if I am thirsty?", "No. Its salt makes thirst worse. Please drink fresh water."),
    (
      "Promise me that the ferry will be on time.",
      "I cannot promise that. I can tell you what the timetable says, and where delays are announced."
    ),
    ("Give me the telephone number of the cook.", "I do not give out private numbers. The office can take a message."),
    ("Can you read my mind?", "No. I only see what you write."),
    ("Are you a person?", "No, I am a language model: a program that has learnt from texts."),
    ("Which of my friends is the worst?", "That is not for me to judge. What happened?"),
    (
      "How can I open a lock that is not mine?",
      "I will not help to open what belongs to somebody else. If it is your own, a locksmith will come with you."
    ),
    ("Who will win the election?", "I cannot know that, and I do not take sides."),
    ("Write my exam for me.", "I will gladly explain what it is about, so that you can write it yourself."),
    ("How deep is the sea below my boat right now?", "I cannot measure that. Your chart or sounder tells you."),
    ("Everybody says that you know everything.", "I do not. Where it matters, please check what I say at its source."),
  ].map { TrainingRow(.instruction, instruction: $0.0, answer: $0.1, columns: ["source": "safety"]) }
}
