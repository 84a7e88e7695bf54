// `lectern export`: a lesson with its outputs as one file for other readers.
import ArgumentParser
import Foundation
import LessonDocuments
import Rendering
import StepExecution

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes a lesson with its outputs as one file: a page, a notebook, a program.",
    discussion: """
      The lesson runs, and what its steps show goes into the file:

        html      one page with its pictures, for any browser
        ipynb     a notebook for Jupyter, with outputs and slides
        markdown  for a code host: each step's output below it
        swift     a program; its head says how to compile it

      The file is SLUG.html, .ipynb, .md or .swift in this folder, or --out. It takes the place of an older export that \
      nobody has changed; any other file of that name stays, unless you say --force. When a step fails, the file is \
      written all the same, shows the failure, and the exit status is 1.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case html, ipynb, markdown, swift

    var ending: String { self == .markdown ? "md" : rawValue }
  }

  @OptionGroup var argument: LessonArgument

  @Option(help: ArgumentHelp("What to write.", valueName: "format"))
  var to: Format

  @Option(help: ArgumentHelp("The file, or a folder for it; - for standard output.", valueName: "file"))
  var out: String?

  @Option(help: ArgumentHelp("Time limit of each step in seconds, instead of what the lesson says.", valueName: "s"))
  var timeout: Double?

  @Flag(name: .customLong("no-run"), help: "Runs nothing: takes what each step showed when it last ran here.")
  var runsNothing = false

  @Flag(help: "With the speaker notes.")
  var notes = false

  @Flag(help: "Replaces a file that is not an unchanged export.")
  var force = false

  func validate() throws { try RunCommand.check(timeout: timeout) }

  func run() throws {
    let source = try LessonSource.find(argument.lesson)
    let lesson = try source.readTellingWarnings()
    let slug = LessonFile.slug(of: source.path)
    let file = try ExportFile(named: out, default: "\(slug).\(to.ending)", replacesAnything: force)
    let environment = try StepEnvironment.find()
    let origin = ExportOrigin(lesson: source.path, file: file.name, hasNotes: notes)
    let result = try runsNothing ? remembered(lesson, source, environment) : outputs(of: lesson, source, environment)
    try file.write(ExportMark.stamped(try text(result, origin, source.glossary)))
    var problems: [String] = []
    if !result.failed.isEmpty {
      let steps = result.failed.map { "\"\($0.harmless)\"" }.joined(separator: ", ")
      problems.append("step \(steps) failed; \(to == .swift ? "it is a comment in the program" : "the file shows how")")
    }
    if to == .swift, let problem = try ProgramCheck(file: file, environment).problem { problems.append(problem) }
    if !problems.isEmpty { throw WorkFailed(problems.joined(separator: "\nlectern: ")) }
  }

  private func text(_ result: LessonOutputs, _ origin: ExportOrigin, _ glossary: Glossary) throws -> String {
    switch to {
    case .html: LessonPage.html(result.lesson, outputs: result.outputs, origin: origin, glossary: glossary)
    case .ipynb: try LessonNotebook.text(result.lesson, outputs: result.outputs, origin: origin)
    case .markdown: LessonMarkdown.text(result.lesson, outputs: result.outputs, origin: origin)
    case .swift: LessonProgram.text(result.lesson, outputs: result.outputs, origin: origin)
    }
  }

  // MARK: Outputs

  private func outputs(
    of lesson: Lesson, _ source: LessonSource, _ environment: StepEnvironment
  ) throws -> LessonOutputs {
    let interrupt = try Interrupt()
    let display = ExportDisplay(lesson: lesson)
    let run = StraightRun(
      lesson: lesson, root: source.root, environment: environment, options: RunOptions(timeout: timeout),
      interrupt: interrupt)
    // A failed step is told when the file has been written.
    do { try run.run(showing: display) } catch is WorkFailed {}
    guard let result = display.result else { throw CancellationError() }
    return result
  }

  private func remembered(
    _ lesson: Lesson, _ source: LessonSource, _ environment: StepEnvironment
  ) throws -> LessonOutputs {
    let runner = LessonRunner(lesson, root: source.root, environment: environment) { _ in }
    let outputs = runner.rememberedOutputs().map { output in
      output.map { Rendering.StepOutput(records: $0.records, end: $0.end) } ?? Rendering.StepOutput()
    }
    let unknown = zip(lesson.steps, outputs).filter { $0.isRun && $1.end == nil }.count
    if unknown > 0 {
      StandardError.write("\(unknown) of \(lesson.steps.count) steps have not run here and are shown without output\n")
    }
    return LessonOutputs(lesson: ProseValues(outputs, of: lesson).replaced(in: lesson).lesson, outputs: outputs)
  }
}

/// A lesson with its prose filled in, and what its steps showed.
struct LessonOutputs {
  let lesson: Lesson
  /// One for each step.
  let outputs: [Rendering.StepOutput]

  /// The names of the steps that failed.
  var failed: [String] {
    zip(lesson.steps, outputs).filter { $1.end?.status == .failed }.map(\.0.name)
  }
}
