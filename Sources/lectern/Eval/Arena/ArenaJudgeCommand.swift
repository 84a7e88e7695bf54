// `lectern eval arena judge`: a metric or a model votes, in both orders.
import ArgumentParser
import Evaluation
import LessonDocuments
import Rendering
import StepRecords

struct ArenaJudgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "judge", abstract: "Lets a metric or a model judge pairs of answers, in both orders.",
    discussion: """
      --metric compares each answer with what would be right. --judge-model takes the answer that a model finds \
      likelier, or with --asks the one that it names when it is shown both. A judge who goes by the order is found out: \
      opinions that change when the answers change places count as a tie.
      """)

  @OptionGroup var source: ArenaAnswers

  @Option(help: "Judges by this metric; the items need targets.")
  var metric: String?

  @Option(help: ArgumentHelp("Judges by this model.", valueName: "model"))
  var judgeModel: String?

  @Flag(help: "Shows the model both answers and asks, instead of comparing how likely they are.")
  var asks = false

  @Option(help: ArgumentHelp("Where votes are added.", valueName: "file"))
  var votes = "votes.jsonl"

  @Option(parsing: .unconditional, help: "Decides the order of the questions.")
  var seed = 0

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func validate() throws {
    guard (metric == nil) != (judgeModel == nil) else {
      throw ValidationError("say who judges: either --metric, such as --metric f1, or --judge-model")
    }
    if asks, judgeModel == nil { throw ValidationError("--asks belongs to --judge-model") }
  }

  func run() throws {
    let judge = try self.judge()
    let log: ArenaLog
    do { log = try ArenaLog.readIfThere(votes) } catch { throw UsageFailure("\(error)") }
    guard !log.votes.contains(where: { $0.judge == judge.name }) else {
      throw UsageFailure(
        "\(votes.harmless) has votes of \(judge.name.quoted) already; name another file with --votes")
    }
    let questions = try source.questions(drawing)
    let matches = questions.matches(seed: seed)
    guard !matches.isEmpty else {
      throw WorkFailed("all answers are the same word for word; there is nothing to judge")
    }
    if metric != nil, let bare = matches.first(where: { $0.references.isEmpty }) {
      throw UsageFailure(
        "a metric needs to know what would be right, and \(bare.prompt.quoted) has no target; use --judge-model")
    }
    let interrupt = try Interrupt()
    var progress = ProgressDisplay(options: drawing.text(isTerminal: StandardError.isTerminal))
    let start = ContinuousClock.now
    var cast: [ArenaVote] = []
    for (place, match) in matches.enumerated() {
      if interrupt.cancellation.isCancelled { throw CancellationError() }
      cast += try judge.votes(
        prompt: match.prompt, (match.a, match.first), (match.b, match.second), references: match.references)
      progress.show(
        ProgressRecord(
          done: place + 1, total: matches.count, metrics: [:], seconds: (ContinuousClock.now - start).seconds),
        name: "judged")
    }
    progress.end()
    for vote in cast {
      do { try ArenaLog.append(vote, to: votes) } catch { throw WorkFailed("\(error)") }
    }
    let report = ArenaReport(cast, seed: seed)
    switch format {
    case .json: StandardOutput.write(try ListFormat.line(report))
    case .text:
      let options = drawing.text()
      let lines = ArenaPicture(report, options: options).lines
      let end = "\(cast.count) votes added to \(votes.harmless)."
      StandardOutput.write((lines + [StyledLine(), StyledLine(end)]).encoded(options))
    }
  }

  private func judge() throws -> any AnswerJudge {
    if let metric {
      do { return MetricJudge(try TextMetrics.named(metric)) } catch { throw UsageFailure("\(error)") }
    }
    let model = try ModelFolder.find(judgeModel ?? "").textModel()
    return asks ? ComparingJudge(model) : LikelihoodJudge(model)
  }
}
