// `lectern experiments search`: many runs of one file of settings, and the best of them.
import ArgumentParser
import Experiments
import Foundation
import LessonDocuments
import Rendering
import StepRecords
import YAMLTrees

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Tries combinations of settings, within a time if there is one.",
    discussion: """
      --vary training.learningRate=1e-4,3e-4,1e-3 names values to try, --vary training.learningRate=1e-4..1e-2 a range \
      to draw from on a logarithmic scale (with --random N). The same can stand in the file, as search: with vary:, \
      random:, seeds:, minutes:, halving:, by: and seed:. Everything is checked before anything is trained; each \
      combination is an ordinary run in the search's folder; the same command goes on where it stopped. The best is \
      chosen by the validation rows, and those that cannot be told apart from it are named.
      """)

  @Argument(help: ArgumentHelp("The settings that all runs share.", valueName: "config.yaml"))
  var file: String

  @Option(help: ArgumentHelp("A key with its values or its range; may be given again.", valueName: "key=values"))
  var vary: [String] = []

  @Option(help: "Draws so many combinations instead of trying all.")
  var random: Int?

  @Option(help: "How long all runs together may train; the first tells how many fit.")
  var minutes: Double?

  @Option(help: "Runs of each combination, each with another seed.")
  var seeds: Int?

  @Flag(help: "Gives up the worse two thirds after a third of the steps, and again (successive halving).")
  var halving = false

  @Option(
    help: ArgumentHelp("Orders combinations: loss, or the name of a metric. (default: loss)", valueName: "measure"))
  var by: String?

  @Option(help: ArgumentHelp("Changes a setting of all runs, as in training.steps=100.", valueName: "key=value"))
  var set: [String] = []

  @Option(help: ArgumentHelp("The search's folder. (default: runs/NAME-search)", valueName: "folder"))
  var out: String?

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func validate() throws {
    if let random, !(1...10_000).contains(random) {
      throw ValidationError("--random \(random) is out of range: it is 1 to 10000")
    }
    if let minutes, !(minutes > 0 && minutes <= 100_000) {
      throw ValidationError("--minutes \(minutes) is out of range: above 0, at most 100000")
    }
    if let seeds, !(1...100).contains(seeds) {
      throw ValidationError("--seeds \(seeds) is out of range: it is 1 to 100")
    }
    for change in set where !change.contains("=") {
      throw ValidationError("--set \(change) is no setting; write it as key=value, as in training.steps=100")
    }
  }

  func run() throws {
    var file = try ConfigurationFile(file, besides: ["search"])
    for change in set {
      let parts = change.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      do { try file.configuration.set(parts[0], to: parts[1]) } catch {
        throw UsageFailure("--set \(change.harmless): \(error.problems.map(\.message).joined(separator: "; "))")
      }
    }
    let plan = try plan()
    let search = try Search(
      file.configuration, plan, in: out ?? "runs/\(file.configuration.name)-search", from: file.folder)
    let interrupt = try Interrupt()
    let report = SearchReport(options: drawing.text(), isShown: format == .text, of: search)
    report.begin()
    let result = try search.run(shouldStop: { interrupt.cancellation.isCancelled }, report: report.note)
    report.giveWay()
    switch format {
    case .json: StandardOutput.write(try ListFormat.line(result))
    case .text:
      let options = drawing.text()
      StandardOutput.write(SearchPicture(result: result, options: options).lines.encoded(options))
    }
    if interrupt.cancellation.isCancelled { throw SearchInterrupted(folder: search.folder) }
    if result.best == nil { throw WorkFailed() }
  }

  /// That of the file, with what the options say.
  private func plan() throws -> SearchPlan {
    var reader = SettingsReader()
    let root: YAMLNode
    do { root = try YAMLNode(parsing: TextInput.file(file)) } catch let error as YAMLError {
      throw SettingsError(file: file, problems: [SettingsProblem(error)])
    }
    var plan = root["search"].map { SearchPlan($0, into: &reader) } ?? SearchPlan()
    try reader.finish(file: file)
    for text in vary {
      let axis: SearchAxis
      do { axis = try SearchAxis(parsing: text) } catch { throw UsageFailure("--vary: \(error)") }
      plan.axes.removeAll { $0.key == axis.key }
      plan.axes.append(axis)
    }
    plan.random = random ?? plan.random
    plan.minutes = minutes ?? plan.minutes
    plan.seeds = seeds ?? plan.seeds
    plan.halving = halving || plan.halving
    plan.by = by ?? plan.by
    return plan
  }
}

/// Ctrl-C during a search, after the run's checkpoint.
private struct SearchInterrupted: LecternFailure {
  let folder: String
  let status = ExitStatus.interrupted
  var message: String { "interrupted, with a checkpoint; the same command goes on in \(folder.harmless)" }
}
