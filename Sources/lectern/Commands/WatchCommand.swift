// `lectern watch`: runs again on save, from the first step that changed.
import ArgumentParser
import Foundation
import LessonDocuments
import Rendering
import StepExecution
import StepRecords

struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Runs a lesson again on save, from the first step that changed.")

  @OptionGroup var argument: LessonArgument

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func run() throws {
    let source = try LessonSource.find(argument.lesson)
    let interrupt = try Interrupt()
    let environment = try StepEnvironment.find()
    var lesson = try source.readTellingWarnings()
    var display = makeDisplay(lesson)
    let runner = LessonRunner(
      lesson, root: source.root, environment: environment, cancellation: interrupt.cancellation
    ) { display.show($0) }
    var files = WatchedFiles(of: lesson, source: source)
    run(runner, lesson, display)
    while true {
      StandardError.write("watching \(source.path); Ctrl-C ends\n")
      guard files.waitForChange(interrupt: interrupt) else {
        environment.cache.prune()
        throw CancellationError()
      }
      do {
        lesson = try source.readTellingWarnings()
      } catch let error as LessonError {
        StandardError.write("\(error)\n")
        continue
      }
      files = WatchedFiles(of: lesson, source: source)
      let changed = runner.update(to: lesson)
      display = makeDisplay(lesson, from: changed)
      if let changed {
        StandardError.write("step \(lesson.steps[changed].name) changed\n")
        run(runner, lesson, display)
      } else {
        StandardError.write("no step changed\n")
      }
    }
  }

  private func makeDisplay(_ lesson: Lesson, from index: Int? = 0) -> any RunDisplay {
    switch format {
    case .json: JSONDisplay()
    case .text: TextDisplay(lesson: lesson, options: drawing.text(), from: index ?? lesson.steps.count)
    }
  }

  private func run(_ runner: LessonRunner, _ lesson: Lesson, _ display: any RunDisplay) {
    let start = ContinuousClock.now
    display.show(.lesson(path: lesson.path, title: lesson.title, steps: lesson.steps.count))
    var isOK = false
    do { isOK = try runner.run() } catch is CancellationError {} catch { StandardError.write("lectern: \(error)\n") }
    display.show(.lessonEnded(status: isOK ? .ok : .failed, seconds: (ContinuousClock.now - start).seconds))
  }
}

/// The lesson's file and what it includes, by their state on disk.
private struct WatchedFiles {
  private let paths: [String]
  private var states: [String]

  init(of lesson: Lesson, source: LessonSource) {
    let included = lesson.steps.filter { $0.include != nil }.map(\.source.file)
    paths = [source.absolutePath] + Set(included).sorted().map { $0.hasPrefix("/") ? $0 : "\(source.root)/\($0)" }
    states = paths.map(Self.state)
  }

  /// Waits until a file changes and is quiet again. False when interrupted.
  ///
  /// Editors save in many ways (in place, by renaming, through links): looking at the files ten times a second sees
  /// them all.
  mutating func waitForChange(interrupt: Interrupt) -> Bool {
    while true {
      if interrupt.cancellation.isCancelled { return false }
      usleep(100_000)
      let now = paths.map(Self.state)
      // A file that is gone for a moment is being saved.
      guard now != states, !now.contains("") else { continue }
      states = now
      usleep(30_000)
      if paths.map(Self.state) == now { return true }
    }
  }

  private static func state(of path: String) -> String {
    var status = stat()
    guard stat(path, &status) == 0 else { return "" }
    return "\(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }
}
