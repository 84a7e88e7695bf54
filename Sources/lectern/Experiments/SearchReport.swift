// What `lectern experiments search` says while it works.
import Experiments
import LessonDocuments
import Rendering
import StepRecords
import SystemTools

/// Text on standard output, unless that is kept for JSON; progress on standard error.
final class SearchReport {
  private let options: TextOptions
  private let isShown: Bool
  private let search: Search
  private var display: ProgressDisplay
  private var training = TrainingRecords()

  init(options: TextOptions, isShown: Bool, of search: Search) {
    (self.options, self.isShown, self.search) = (options, isShown, search)
    display = ProgressDisplay(options: options)
  }

  func begin() {
    let count = search.trials.count
    let runs = search.plan.seeds > 1 ? ", \(search.plan.seeds) runs each" : ""
    write("\(counted(count, "combination"))\(runs), in \(search.folder.harmless)")
  }

  func note(_ event: Search.Event) {
    switch event {
    case .began(let trial, let seed, let done, let count):
      training = TrainingRecords()
      let seeds = search.plan.seeds > 1 ? ", seed \(seed)" : ""
      write("\(done + 1) of \(count): \(name(trial))\(seeds)")
    case .progress(let progress, _):
      if let record = training.record(of: progress) { display.show(record, name: "training") }
    case .ended(_, _, let score):
      display.end()
      if let score { write("  \(search.plan.by) \(RunNumbers(options).number(score))") }
    case .failed(_, let reason): write("  failed: \(reason)")
    case .budget(let seconds, let fitting, let count):
      write(
        "A run takes about \(RunNumbers(options).seconds(seconds)), so \(fitting) of the \(count) that are left fit into "
          + "the time; the others are left out.")
    case .givenUp(let numbers, let steps):
      let names = numbers.compactMap { number in search.trials.first { $0.number == number }.map(name) }
      write("Given up after \(counted(steps, "step")): \(names.joined(separator: "; "))")
    }
  }

  func giveWay() {
    display.end()
    write("")
  }

  private func name(_ trial: SearchPlan.Trial) -> String {
    trial.settings.map { "\($0.key.split(separator: ".").last ?? "") \($0.value)" }.joined(separator: ", ").harmless
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  private func write(_ text: String) {
    guard isShown else { return }
    display.giveWay()
    let lines = text.isEmpty ? [StyledLine()] : StyledLine(options.oneLine(text)).wrapped(to: options.width, indent: 2)
    StandardOutput.write(lines.encoded(options))
  }
}
