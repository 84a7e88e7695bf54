// `lectern verify`: every lesson runs and prints what it says it prints, and every exercise proves itself.
import ArgumentParser
import Foundation
import Grading
import LessonDocuments
import Rendering
import StepExecution
import StepRecords
import SystemTools

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Proves that lessons print what they say, and that exercises can be solved and not be fooled.",
    discussion: """
      What a lesson claims should not hang on its seed: prove it with another one, --seed 8. Only lessons take that \
      seed, exercises do not.
      """)

  @Argument(
    help: ArgumentHelp(
      "Lessons, by number, slug or path, and exercises, by id or path; all of the course if none is named.",
      valueName: "lesson-or-exercise"))
  var names: [String] = []

  @Flag(help: "Rewrites expect blocks that differ with what was printed.")
  var promote = false

  @Option(help: ArgumentHelp("The seed of all lessons, instead of what each says.", valueName: "number"))
  var seed: UInt64?

  @Flag(name: .customLong("no-cache"), help: "Compiles every step anew, and judges every exercise anew.")
  var ignoresCache = false

  @Option(help: "text or json (the events of each lesson, as run prints them, and one for each exercise).")
  var format = ListFormat.text

  @OptionGroup var containment: ContainmentOption

  @OptionGroup var drawing: DrawingOptions

  func validate() throws {
    if promote && seed != nil {
      throw ValidationError("--promote and --seed exclude each other: what a lesson expects belongs to its own seed")
    }
  }

  func run() throws {
    let (sources, exercises) = try work()
    let environment = try StepEnvironment.find()
    let interrupt = try Interrupt()
    var failed: [String] = []
    for var source in sources {
      source.seed = seed
      do {
        let lesson = try source.readTellingWarnings()
        if try !verify(lesson, source: source, environment: environment, interrupt: interrupt) {
          failed.append(source.path)
        }
      } catch let error as LessonError {
        StandardError.write("\(error)\n")
        failed.append(source.path)
      }
    }
    if let exercises {
      let proof = ExerciseProving(
        exercises, environment: environment, containment: containment.containment, format: format,
        usesCache: !ignoresCache)
      failed += try proof.run(interrupt: interrupt)
    }
    environment.cache.prune()
    if format == .text {
      let counts = [
        (sources.count, "lesson"), (exercises.map { $0.exercises.count + $0.problems.count } ?? 0, "exercise"),
      ]
      let count = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: " and ")
      if let seed, !sources.isEmpty { StandardOutput.write("every lesson with the seed \(seed), not its own\n") }
      StandardOutput.write(
        failed.isEmpty
          ? "\(count.isEmpty ? "nothing" : count) verified\n"
          : "\(failed.count) of \(count) failed: \(failed.joined(separator: ", "))\n")
    }
    if !failed.isEmpty { throw WorkFailed() }
  }

  /// What was named, or all there is.
  private func work() throws -> (lessons: [LessonSource], exercises: ExercisesToProve?) {
    if names.isEmpty {
      let course = try Course.containing(FileManager.default.currentDirectoryPath)
      let lessons = course.lessons.map {
        LessonSource(root: course.root, path: $0.path, absolutePath: $0.absolutePath)
      }
      return (lessons, try ExercisesToProve(of: course))
    }
    var lessons: [LessonSource] = []
    var exercises: [Exercise] = []
    for item in try names.flatMap(CourseItem.all) {
      switch item {
      case .lesson(let source): lessons.append(source)
      case .exercise(let exercise): exercises.append(exercise)
      }
    }
    return (lessons, try exercises.isEmpty ? nil : ExercisesToProve(exercises))
  }

  private func verify(
    _ lesson: Lesson, source: LessonSource, environment: StepEnvironment, interrupt: Interrupt
  ) throws -> Bool {
    let display: any RunDisplay = format == .json ? JSONDisplay() : FailureDisplay(lesson: lesson, drawing.text())
    let start = ContinuousClock.now
    display.show(.lesson(path: lesson.path, title: lesson.title, steps: lesson.steps.count))
    var mismatched = 0
    var values = ProseValues()
    let runner = LessonRunner(
      lesson, root: source.root, environment: environment, options: RunOptions(usesCache: !ignoresCache),
      cancellation: interrupt.cancellation
    ) { event in
      if case .record(let step, let record) = event {
        values.add(record, of: step)
        if case .failure(let failure) = record.content, failure.reason == .mismatch {
          mismatched += 1
          if promote { return }
        }
      }
      display.show(event)
    }
    var isOK = try runner.run()
    if interrupt.cancellation.isCancelled { throw CancellationError() }
    if promote, mismatched > 0, !runner.hasUnexpectedFailures {
      try rewrite(lesson, source: source, runner: runner)
      isOK = true
    }
    if isOK { isOK = isProseFilled(lesson, values) }
    display.show(.lessonEnded(status: isOK ? .ok : .failed, seconds: (ContinuousClock.now - start).seconds))
    return isOK
  }

  /// Whether every `{{step.name}}` has a value; tells those that have none.
  private func isProseFilled(_ lesson: Lesson, _ values: ProseValues) -> Bool {
    let warnings = values.replaced(in: lesson).warnings
    for warning in warnings { StandardError.write("\(warning)\n") }
    return warnings.isEmpty
  }

  private func rewrite(_ lesson: Lesson, source: LessonSource, runner: LessonRunner) throws {
    var outputs: [Int: String] = [:]
    for step in lesson.steps { outputs[step.number] = runner.output(ofStep: step.number) }
    do {
      let text = try Data(contentsOf: URL(fileURLWithPath: source.absolutePath))
      let promoted = Promotion.rewrite(text, outputs: outputs, lesson: lesson)
      try WholeFile.rewrite(source.absolutePath, with: Array(promoted))
    } catch {
      let reason = (error as? FileFailure)?.reason ?? (error as NSError).localizedDescription
      throw UsageFailure("cannot rewrite \(source.path): \(reason)")
    }
    StandardOutput.write("\(source.path): rewrote its expect blocks; look at the difference before you keep it\n")
  }
}

/// Nothing but failures, and a line for each lesson.
private final class FailureDisplay: RunDisplay {
  private let drawing: StepDrawing
  private var failures: [String: [Record]] = [:]

  init(lesson: Lesson, _ options: TextOptions) { drawing = StepDrawing(lesson: lesson, options: options) }

  func show(_ event: RunEvent) {
    let lesson = drawing.lesson
    switch event {
    case .record(let name, let record):
      if case .failure = record.content { failures[name, default: []].append(record) }
    case .stepEnded(let name, let end):
      guard end.status == .failed, let step = lesson.steps.first(where: { $0.name == name }) else { return }
      for record in failures[name] ?? [] {
        StandardOutput.write(drawing.lines(for: record, of: step).encoded(drawing.options))
      }
    case .lessonEnded(let status, let seconds):
      let time = "\((seconds * 10).rounded() / 10) s"
      StandardOutput.write("\(status == .ok ? "ok    " : "FAILED")  \(lesson.path)  \(time)\n")
    case .lesson, .stepStarted: break
    }
  }
}
