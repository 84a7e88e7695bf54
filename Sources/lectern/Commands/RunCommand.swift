// `lectern run`: step by step on a terminal, straight through otherwise.
import ArgumentParser
import Foundation
import LessonDocuments
import Rendering
import StepExecution
import StepRecords

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Runs a lesson and shows what each step computes.",
    discussion: """
      On a terminal the lesson goes step by step: Enter runs the step shown, r runs the last one again, e edits it, b \
      goes back, q leaves, ? tells all keys; the next run goes on where you left. Otherwise, and with --all, it runs \
      straight through.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown, html }

  @OptionGroup var argument: LessonArgument

  @Flag(help: "Runs straight through, without waiting for keys.")
  var all = false

  @Option(help: ArgumentHelp("Shows only this step; those above it run unseen.", valueName: "id"))
  var step: String?

  @Option(help: ArgumentHelp("Stops behind this step; on a terminal, goes on by keys from there.", valueName: "id"))
  var until: String?

  @Option(help: "off, top or all: how much of the steps' values is shown, instead of what the lesson says.")
  var trace: Step.Trace?

  @Option(help: ArgumentHelp("Time limit of each step in seconds, instead of what the lesson says.", valueName: "s"))
  var timeout: Double?

  @Option(help: ArgumentHelp("The lesson's seed, instead of what the lesson says.", valueName: "number"))
  var seed: UInt64?

  @Flag(name: .customLong("no-cache"), help: "Compiles every step anew.")
  var ignoresCache = false

  @Option(help: "text, json, markdown or html.")
  var format = Format.text

  @OptionGroup var drawing: DrawingOptions

  func validate() throws {
    try Self.check(timeout: timeout)
    if step != nil && until != nil { throw ValidationError("--step and --until exclude each other") }
  }

  static func check(timeout: Double?) throws {
    guard let timeout, !(timeout > 0 && timeout <= 86_400) else { return }
    throw ValidationError("--timeout \(timeout) is out of range: more than 0, at most 86400 seconds")
  }

  func run() throws {
    var source = try LessonSource.find(argument.lesson)
    source.seed = seed
    return try run(source)
  }

  private func run(_ source: LessonSource) throws {
    let lesson = try source.readTellingWarnings()
    let last = try lastStep(of: lesson)
    let environment = try StepEnvironment.find()
    let interrupt = try Interrupt()
    let options = RunOptions(trace: trace, timeout: timeout, usesCache: !ignoresCache)
    let isInteractive = Terminal.isInteractive && format == .text && !all && step == nil
    if isInteractive {
      let run = InteractiveRun(
        lesson, source: source, environment: environment, options: options, drawing: drawing, interrupt: interrupt)
      return try run.run(until: last)
    }
    let show: any RunDisplay =
      switch format {
      case .text: TextDisplay(lesson: lesson, options: drawing.text(), only: try index(of: step, in: lesson))
      case .json: JSONDisplay()
      case .markdown: DocumentDisplay(lesson: lesson) { StandardOutput.write(LessonMarkdown.text($0, outputs: $1)) }
      case .html:
        DocumentDisplay(lesson: lesson) {
          StandardOutput.write(LessonPage.html($0, outputs: $1, glossary: source.glossary))
        }
      }
    try StraightRun(
      lesson: lesson, root: source.root, environment: environment, options: options,
      only: try index(of: step, in: lesson),
      last: last, interrupt: interrupt
    ).run(showing: show)
  }

  private func lastStep(of lesson: Lesson) throws -> Int? {
    try index(of: until, in: lesson) ?? index(of: step, in: lesson)
  }

  private func index(of name: String?, in lesson: Lesson) throws -> Int? {
    try name.map { try lesson.stepIndex(named: $0) }
  }
}

extension Step.Trace: ExpressibleByArgument {}
