// What is compared in an arena: the answers of several models to the same prompts.
internal import Tensors

/// A prompt with what models answered.
public struct ArenaQuestion: Equatable, Sendable {
  public var prompt: String
  /// What would be right; may be empty.
  public var references: [String]
  /// By the names of the models.
  public var answers: [String: String]

  public init(prompt: String, references: [String] = [], answers: [String: String]) {
    self.prompt = prompt
    self.references = references
    self.answers = answers
  }
}

/// Two answers that are to be judged.
public struct ArenaMatch: Equatable, Sendable {
  public var prompt: String
  public var references: [String]
  /// The model whose answer is shown first, and the other.
  public var a: String
  public var b: String
  public var first: String
  public var second: String

  var swapped: ArenaMatch {
    ArenaMatch(prompt: prompt, references: references, a: b, b: a, first: second, second: first)
  }
}

/// Which item of which task.
private struct ExampleKey: Hashable {
  var task: String
  var example: Int
}

extension [ArenaQuestion] {
  /// The questions of an evaluation: each example to which at least two models wrote an answer.
  public init(_ results: [TaskResult]) {
    var order: [ExampleKey] = []
    var found: [ExampleKey: ArenaQuestion] = [:]
    for sample in results.flatMap(\.samples) {
      guard let answer = sample.answer else { continue }
      let key = ExampleKey(task: sample.task, example: sample.example)
      if found[key] == nil {
        order.append(key)
        found[key] = ArenaQuestion(prompt: sample.prompt, references: sample.targets, answers: [:])
      }
      // Another prompt is another question.
      if found[key]?.prompt == sample.prompt { found[key]?.answers[sample.model] = answer }
    }
    self = order.compactMap { found[$0] }.filter { $0.answers.count > 1 }
  }

  /// Every two different answers to a question, in an order that the seed decides, with the sides too. Equal answers
  /// need no judge; see ``equalAnswers``.
  public func matches(seed: Int) -> [ArenaMatch] {
    let all = flatMap { question -> [ArenaMatch] in
      let models = question.answers.keys.sorted()
      return models.indices.flatMap { i in
        models[(i + 1)...].compactMap { other in
          guard let first = question.answers[models[i]], let second = question.answers[other], first != second else {
            return nil
          }
          return ArenaMatch(
            prompt: question.prompt, references: question.references, a: models[i], b: other, first: first,
            second: second)
        }
      }
    }
    var random = SeededRandom(seed: seed)
    return all.shuffled(using: &random).map { Bool.random(using: &random) ? $0.swapped : $0 }
  }

  /// How many pairs of answers are the same, word for word.
  public var equalAnswers: Int {
    reduce(0) { count, question in
      let answers = question.answers.values.sorted()
      return count
        + answers.indices.reduce(0) { sum, place in
          sum + answers[(place + 1)...].count { $0 == answers[place] }
        }
    }
  }
}
