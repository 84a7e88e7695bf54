// `lectern watch`: runs a lesson again on save, from the first step that changed, or checks an exercise again.
import ArgumentParser
import Foundation
import LessonDocuments
import Rendering
import StepExecution
import StepRecords

struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "On every save, runs a lesson again from the first step that changed, or checks an exercise.")

  @Argument(help: "A lesson, by number (2.6), slug (attention) or path; or an exercise, by id or path.")
  var name: String

  @OptionGroup var containment: ContainmentOption

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func run() throws {
    switch try CourseItem.find(name) {
    case .lesson(let source): try watch(source)
    case .exercise(let exercise):
      try ExerciseWatch(exercise, containment: containment.containment, format: format, options: drawing.text()).run()
    }
  }

  private func watch(_ source: LessonSource) throws {
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
