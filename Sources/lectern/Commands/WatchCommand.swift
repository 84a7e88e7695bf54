// `lectern watch`: runs a lesson again on save, from the first step that changed, or checks an exercise again.
import ArgumentParser
import Foundation
import Grading
import LessonDocuments

struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "On every save, runs a lesson again from the first step that changed, or checks an exercise.",
    discussion: """
      Without a name it watches where you stand: the exercise that you are at, or else the lesson. On a terminal \
      there are keys for what you would type otherwise, such as h for a hint and n for the next; ? names them. Ctrl-C \
      or q ends.
      """)

  @Argument(help: "A lesson, by number (2.6), slug (attention) or path; or an exercise, by id or path.")
  var name: String?

  @OptionGroup var containment: ContainmentOption

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func run() throws {
    var item: CourseItem
    if let name {
      item = try CourseItem.find(name)
    } else {
      let atHand = try ItemAtHand.find()
      StandardError.write("\(atHand.sentence)\n")
      item = atHand.item
    }
    let interrupt = try Interrupt()
    let isInteractive = Terminal.isInteractive && format == .text
    let screen = WatchScreen(drawing: drawing, isInteractive: isInteractive)
    let events = WatchEvents(interrupt: interrupt, keys: isInteractive ? KeyReader(interrupt: interrupt) : nil)
    while true {
      let next: CourseItem?
      switch item {
      case .lesson(let source):
        next = try LessonWatch(source, format: format, screen: screen, events: events).run()
      case .exercise(let exercise):
        next = try ExerciseWatch(
          exercise, containment: containment.containment, format: format, screen: screen, events: events
        ).run()
      }
      guard let next else { return }
      item = next
    }
  }
}
