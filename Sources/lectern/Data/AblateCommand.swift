// `lectern data ablate`: what each step of a recipe is worth to a model.
import ArgumentParser
import DataPreparation
import LessonDocuments
import Rendering
import StepRecords
import SystemTools

struct AblateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ablate", abstract: "Shows what each step of a recipe is worth, by training without it.",
    discussion: """
      The rows are made with the whole recipe and without each of its steps, a small model is trained on each, with \
      several seeds, and all are judged on the same held-out documents. Differences within the error bars are none.
      """)

  @Argument(help: "Documents, data sets, and folders of them.")
  var files: [String]

  @OptionGroup var recipe: RecipeOption

  @Option(help: "How many times each variant is trained, each time with another seed.")
  var seeds = 3

  @Option(help: "How many steps each training has.")
  var steps = 150

  @Option(help: "What documents become: questionAnswer, instruction, conversation, summary or text.")
  var kind = TrainingRow.Kind.questionAnswer

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func validate() throws {
    guard (1...100).contains(seeds) else { throw ValidationError("--seeds \(seeds) is out of range: it is 1 to 100") }
    guard (10...100_000).contains(steps) else {
      throw ValidationError("--steps \(steps) is out of range: it is 10 to 100000")
    }
  }

  func run() throws {
    let recipe = try recipe.read()
    let input = DataSources(files, kind: kind, columns: nil) { _, _ in }
    for failure in input.failures { StandardError.write("lectern: \(failure.file.harmless): \(failure.reason)\n") }
    guard !input.rows.isEmpty else { throw WorkFailed("there are no rows to train on") }
    let trainer = try AblationTrainer(rows: input.rows, steps: steps)
    var progress = ProgressDisplay(options: drawing.text(isTerminal: StandardError.isTerminal))
    let start = ContinuousClock.now
    let ablation = try Ablation(recipe, on: input.rows, seeds: seeds) { _, done, total in
      progress.show(
        ProgressRecord(done: done, total: total, metrics: [:], seconds: (ContinuousClock.now - start).seconds),
        name: "trainings")
    } train: { rows, heldOut, seed in
      try trainer.loss(rows, heldOut, seed: seed)
    }
    progress.end()
    switch format {
    case .json: StandardOutput.write(try ListFormat.line(AblationJSON(ablation)))
    case .text:
      let options = drawing.text()
      StandardOutput.write(ablation.lines(width: options.width).map { StyledLine($0) }.encoded(options))
    }
    if !input.failures.isEmpty { throw WorkFailed() }
  }
}

/// The JSON of `data ablate`.
private struct AblationJSON: Encodable {
  struct Variant: Encodable {
    /// Nil for the whole recipe.
    var without: String?
    var rows: Int
    /// Absent where the rows are those of the whole recipe.
    var losses: [Double]?
    var mean: Double?
    /// Half the width of the 95 % interval; absent for one seed.
    var bar: Double?
    /// helps, hurts, no difference, changes nothing
    var worth: String?
  }
  var heldOutRows: Int
  var variants: [Variant]

  init(_ ablation: Ablation) {
    heldOutRows = ablation.heldOutRows
    variants = ([ablation.whole] + ablation.variants).map { variant in
      let bar = ErrorBar(variant.losses)
      let worth =
        switch ablation.worth(of: variant) {
        case .changesNothing: "changes nothing"
        case .noDifference: "no difference"
        case .helps: "helps"
        case .hurts: "hurts"
        }
      return Variant(
        without: variant.step.map { _ in variant.name }, rows: variant.rows,
        losses: variant.losses.isEmpty ? nil : variant.losses, mean: variant.losses.isEmpty ? nil : bar.mean,
        bar: bar.half.isFinite ? bar.half : nil, worth: variant.step.map { _ in worth })
    }
  }
}
