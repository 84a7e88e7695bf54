// Asking a model: the four kinds of requests, many items at a time.
internal import Models
public import TextModels

extension EvaluationTask {
  /// So many items are asked between two reports of progress.
  private static let together = 32

  /// Asks a model all items. The same model and task give the same result. Throws ``TaskError``, and what the model
  /// throws.
  ///
  /// - Parameters:
  ///   - seed: of the bootstrap.
  ///   - size: how many texts go through the model together.
  ///   - progress: called with how many items are done; what it throws ends the run.
  public func run(
    on model: TextModel, seed: Int = 0, size: Int = 16,
    progress: (_ done: Int, _ total: Int) throws -> Void = { _, _ in }
  ) throws -> TaskResult {
    guard !items.isEmpty else { throw TaskError.noItems(task: name) }
    var samples: [TaskSample] = []
    var alone: [String: TextScore] = [:]
    for begin in stride(from: 0, to: items.count, by: Self.together) {
      try progress(begin, items.count)
      var asked = (begin..<min(items.count, begin + Self.together)).map { place in
        TaskSample(
          items[place], example: place, task: name, model: model.name, prompt: prompt(of: items[place]))
      }
      switch settings.request {
      case .logLikelihood: try score(&asked, on: model, size: size)
      case .rolling: try roll(&asked, on: model, size: size)
      case .choice: try choose(&asked, on: model, size: size, alone: &alone)
      case .generate: try answer(&asked, on: model, size: size)
      }
      samples += asked
    }
    try progress(items.count, items.count)
    return TaskResult(settings, model: model.name, samples: samples, seed: seed)
  }

  private func score(_ samples: inout [TaskSample], on model: TextModel, size: Int) throws {
    let texts = try samples.map { try tokens(of: $0.targets[0], after: $0.prompt, $0, model) }
    let scores = try model.scores(ofTokens: texts.map { ($0.ids, $0.start) }, size: size)
    for (place, score) in scores.enumerated() {
      samples[place].logLikelihood = score.logLikelihood
      samples[place].tokens = score.logProbabilities.count
      samples[place].isGreedy = score.isGreedy
      samples[place].bytes = samples[place].targets[0].utf8.count
      samples[place].cutTokens = texts[place].cut
    }
  }

  private func roll(_ samples: inout [TaskSample], on model: TextModel, size: Int) throws {
    let scores = try model.rollingScores(of: samples.map { $0.targets[0] }, size: size)
    for (place, score) in scores.enumerated() {
      guard score.tokens > 0 else {
        throw TaskError.nothingToScore(task: name, line: samples[place].line)
      }
      samples[place].logLikelihood = score.logLikelihood
      (samples[place].tokens, samples[place].words, samples[place].bytes) = (score.tokens, score.words, score.bytes)
    }
  }

  /// - Parameter alone: the scores of choices without their prompts, so far; many items have the same choices.
  private func choose(
    _ samples: inout [TaskSample], on model: TextModel, size: Int, alone: inout [String: TextScore]
  ) throws {
    let choices = samples.map { items[$0.example].choices }
    let texts = try zip(samples, choices).flatMap { sample, choices in
      try choices.map { try tokens(of: $0, after: sample.prompt, sample, model) }
    }
    let scores = try model.scores(ofTokens: texts.map { ($0.ids, $0.start) }, size: size)
    let missing = Set(choices.joined()).filter { alone[$0] == nil }.sorted()
    let found = try model.scores(of: missing.map { (settings.unconditional, $0) }, size: size)
    for (choice, score) in zip(missing, found) { alone[choice] = score }
    let scoring = ChoiceScoring.allCases.first { $0.measure == settings.metrics.first } ?? .plain
    var next = 0
    for place in samples.indices {
      let own = next..<next + choices[place].count
      let chosen = zip(choices[place], scores[own]).map { text, score in
        ChoiceScore(text, logLikelihood: score.logLikelihood, unconditional: alone[text]?.logLikelihood ?? 0)
      }
      samples[place].choices = chosen
      samples[place].picked = scoring.pick(from: chosen)
      samples[place].answer = samples[place].picked.map { chosen[$0].text }
      samples[place].cutTokens = texts[own].map(\.cut).max()
      next = own.upperBound
    }
  }

  private func answer(_ samples: inout [TaskSample], on model: TextModel, size: Int) throws {
    let answers = try model.continuations(
      of: samples.map(\.prompt), count: settings.answerTokens, stoppingAt: settings.stops, size: size)
    for (place, answer) in answers.enumerated() {
      samples[place].answer = answer
      let room = model.model.configuration.contextLength - 1
      samples[place].cutTokens = max(0, model.ids(samples[place].prompt).count - room)
    }
  }

  private func tokens(
    of text: String, after prompt: String, _ sample: TaskSample, _ model: TextModel
  ) throws -> (ids: [Int], start: Int, cut: Int) {
    let tokens = model.tokens(of: text, after: prompt)
    let room = model.model.configuration.contextLength
    guard tokens.ids.count <= room else {
      throw TaskError.tooLong(task: name, line: sample.line, tokens: tokens.ids.count, contextLength: room)
    }
    return tokens
  }
}

/// Why a task cannot be run with a model.
public enum TaskError: Error, Equatable, Sendable, CustomStringConvertible {
  case noItems(task: String)
  case nothingToScore(task: String, line: Int)
  case tooLong(task: String, line: Int, tokens: Int, contextLength: Int)

  public var description: String {
    switch self {
    case .noItems(let task): "task \(task) has no items; there is nothing to ask"
    case .nothingToScore(let task, let line):
      "task \(task): the text of line \(line) is a single token without anything before it, so there is nothing to score"
    case .tooLong(let task, let line, let tokens, let contextLength):
      "task \(task): the answer of line \(line) has \(tokens) tokens, and the model's context is \(contextLength); "
        + "shorten it, or take a model with a longer context"
    }
  }
}
