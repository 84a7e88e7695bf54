// What a model made of one item of a task.

/// One line of `samples.jsonl`.
public struct TaskSample: Codable, Equatable, Sendable {
  public var task: String
  public var model: String
  /// Its place among the task's items, from 0, and the line of its row in the data.
  public var example: Int
  public var line: Int
  /// All that was read, examples included.
  public var prompt: String
  /// What would have been right; several are as good.
  public var targets: [String]
  /// What was written, or the choice that was picked; nil where nothing is answered.
  public var answer: String?
  /// By the name of each measure, of this example alone. A measure of a whole corpus may be less than fair to it.
  public var scores: [String: Double] = [:]
  /// Of a choice: all of them, and the places of the right one and the picked one.
  public var choices: [ChoiceScore]?
  public var right: Int?
  public var picked: Int?
  /// `log p` of the target or the text, in nats, over so many tokens.
  public var logLikelihood: Double?
  public var tokens: Int?
  /// Whether the target is what greedy writing gives.
  public var isGreedy: Bool?
  /// Of the target or the text.
  public var words: Int?
  public var bytes: Int?
  /// How many tokens at the beginning of the prompt were not read, because the context is shorter.
  public var cutTokens: Int?

  init(_ item: TaskItem, example: Int, task: String, model: String, prompt: String) {
    self.task = task
    self.model = model
    self.example = example
    line = item.line
    self.prompt = prompt
    targets = item.targets
    right = item.right
  }
}

extension TaskSample {
  /// White space at the ends of answers and targets does not count: a target begins with a space where a prompt ends
  /// with none.
  var textPair: TextPair { (Self.trimmed(answer ?? ""), targets.map(Self.trimmed)) }

  private static func trimmed(_ text: String) -> String {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }
}
