// `lectern chat`: talking to a finished run, or to any GPT with a tokenizer; two of them side by side.
import ArgumentParser
import Experiments
import Generation
import Models
import Rendering

struct ChatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat", abstract: "Talks to a model that was trained, or to two side by side.",
    discussion: """
      A run is asked in the template that its rows were learnt in; another model as in question and answer. The model \
      sees as much of the conversation as fits in its context. Always the likeliest token, unless --temperature, \
      --top-k or --top-p ask for a draw; the same seed gives the same conversation. Commands that begin with a stroke \
      change the settings while you talk: /help shows them. Without a terminal each line of standard input is answered.
      """)

  @Argument(
    help: ArgumentHelp("A run's folder, a model's folder, or an installed model.", valueName: "run-or-folder"))
  var model: String

  @Option(help: ArgumentHelp("Another one, which answers beside it.", valueName: "run-or-folder"))
  var against: String?

  @Option(parsing: .unconditional, help: "Draws; below 1 likely tokens gain, above 1 unlikely ones do.")
  var temperature: Double?

  @Option(parsing: .unconditional, help: "Draws from the K likeliest tokens only.")
  var topK: Int?

  @Option(parsing: .unconditional, help: "Draws from the likeliest tokens that have the probability P together.")
  var topP: Double?

  @Option(parsing: .unconditional, help: "Above 1: tokens that were there before become less likely.")
  var repetitionPenalty: Double?

  @Option(parsing: .unconditional, help: "Of the draws. (default: 0)")
  var seed: Int?

  @Option(parsing: .unconditional, help: "How many tokens an answer has, at most. (default: 100)")
  var count: Int?

  @Option(parsing: .unconditional, help: ArgumentHelp("Stands before the conversation.", valueName: "text"))
  var system: String?

  @Option(help: "text, or json: an object for each line of standard input.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func validate() throws { _ = try settings() }

  private func settings() throws -> ChatSettings {
    var settings = ChatSettings()
    let given: [(String, String?)] = [
      ("temperature", temperature.map { "\($0)" }), ("top-k", topK.map { "\($0)" }), ("top-p", topP.map { "\($0)" }),
      ("repetition-penalty", repetitionPenalty.map { "\($0)" }), ("seed", seed.map { "\($0)" }),
      ("count", count.map { "\($0)" }), ("system", system),
    ]
    for (name, value) in given {
      if let value, let problem = settings.set(name, to: value) { throw ValidationError("--" + problem) }
    }
    return settings
  }

  func run() throws {
    let partners = try ([model] + (against.map { [$0] } ?? [])).map { try ChatPartner.find($0) }.withDistinctNames
    let session = ChatSession(partners, settings: try settings())
    do {
      if Terminal.isInteractive, format == .text {
        try ChatTerminal(session, drawing: drawing, interrupt: Interrupt()).run()
      } else {
        var lines = ChatLines(session: session, format: format, options: drawing.text())
        if try !lines.run() { throw WorkFailed() }
      }
    } catch let error as GenerationError {
      throw WorkFailed("\(error)")
    }
  }
}
