// `lectern award`: a page that shows what a learner has passed, and that anybody can check.
import ArgumentParser
import Foundation
import Grading
import Learning
import LessonDocuments
import Rendering
import StepExecution
import SystemTools

struct AwardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "award", abstract: "Makes a page of what you have passed, which anyone can check.",
    discussion: """
      Each exercise that you have passed is judged again, and the page holds those whose file passes now, with the file. \
      lectern award --check award.html judges a page's files in this course and says what holds; the status is 1 if \
      something does not.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case html, json }

  @Option(help: "Your name, as it shall stand there; without one there is a line to write it on.")
  var name: String?

  @Option(help: "The file to write, - for standard output. (default: award.html; standard output for json)")
  var out: String?

  @Option(help: ArgumentHelp("Judges the files in an award, a page or JSON, and says what holds.", valueName: "file"))
  var check: String?

  @Option(help: "html or json.")
  var format = Format.html

  @OptionGroup var containment: ContainmentOption

  @OptionGroup var drawing: DrawingOptions

  private static let longestName = 100

  func validate() throws {
    if check != nil, name != nil || out != nil { throw ValidationError("--check goes with neither --name nor --out") }
    if let name, name.count > Self.longestName {
      throw ValidationError("--name is longer than \(Self.longestName) characters")
    }
  }

  func run() throws {
    let contents = try CourseContents.here()
    if let check { return try self.check(check, in: contents) }
    try AwardWriting.checkPlace(place)
    let passed = contents.standing.exercises.filter { $0.state == .done }
    var making = AwardMaking()
    making.leaveOutMissing(contents.progress, in: contents.catalogue)
    guard !passed.isEmpty || !making.leftOut.isEmpty else { throw WorkFailed(nothingPassed(contents.standing)) }
    let judge = try AwardJudge(containment, drawing)
    try judge.forEach(passed) { try making.add($0, judging: $1) }
    try write(making, of: contents.standing)
  }

  private var place: String { out ?? (format == .html ? "award.html" : "-") }

  private func nothingPassed(_ standing: CourseStanding) -> String {
    let next = standing.nextExercise.map { "Begin with one: lectern watch \($0.exercise.id)" }
    return "an award shows exercises that you have passed, and you have passed none yet. "
      + (next ?? "This course has no exercises")
  }

  private func write(_ making: AwardMaking, of standing: CourseStanding) throws {
    let leftOut = making.leftOut.map { "left out: \($0.exercise): \($0.reason)\n" }.joined()
    StandardError.write(leftOut)
    guard !making.works.isEmpty else {
      throw WorkFailed("none of the exercises that you have passed passes now, so there is nothing to show")
    }
    let shown = name?.trimmingCharacters(in: .whitespacesAndNewlines)
    let award = Award(
      of: standing, works: making.works, name: shown?.isEmpty == false ? shown : nil,
      lectern: LecternCommand.configuration.version)
    try AwardWriting.write(format == .html ? AwardPage.source(of: award) : award.json, to: place)
    guard place != "-" else { return }
    let exercises = award.works.count == 1 ? "1 exercise" : "\(award.works.count) exercises"
    StandardOutput.write(
      "\(place.harmless) shows \(exercises) and \(award.earned) points. Anyone who has the course can check it: "
        + "lectern award --check \(URL(fileURLWithPath: place).lastPathComponent.harmless)\n")
  }

  // MARK: Checking

  private func check(_ path: String, in contents: CourseContents) throws {
    let file: AwardFile
    do {
      let bytes = try RegularFile(path).bytes
      file = try AwardFile(bytes, path: path, lectern: LecternCommand.configuration.version)
    } catch let failure as RegularFile.Failure {
      throw AwardError.unreadable(path: path, reason: failure.reason)
    }
    let judge = try AwardJudge(containment, drawing)
    var check = AwardCheck(file)
    try judge.forEach(file.award.works) { work, judging in
      let exercise = contents.catalogue.exercises.first { $0.id == work.exercise }
      try check.add(work, exercise: exercise, judging: judging)
    }
    switch format {
    case .json: StandardOutput.write(try ListFormat.line(AwardReport(check)))
    case .html:
      let options = drawing.text()
      let lines = AwardCheckPicture.lines(for: check, exercises: contents.catalogue.exercises.count, options: options)
      StandardOutput.write(lines.encoded(options))
    }
    if !check.holds { throw WorkFailed() }
  }
}
