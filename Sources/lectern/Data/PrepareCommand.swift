// `lectern data prepare`: from documents and data sets to rows that a model can be trained on.
import ArgumentParser
import DataPreparation
import Foundation
import Hashing
import LessonDocuments
import Rendering
import StepRecords

struct PrepareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prepare", abstract: "Makes training rows from documents, and cleans them by a recipe.",
    discussion: """
      Documents are cut into chunks, questions are made from these, each with the place of its evidence, and scored; \
      data sets (JSON lines or CSV) are taken as they are. All rows then go through the recipe. The folder gets \
      rows.jsonl and rows.csv; train.jsonl, validation.jsonl and test.jsonl, divided by document; the recipe; and a data \
      card, for programs and for people. The same files and recipe give the same folder, byte for byte.
      """)

  @Argument(help: "Documents, data sets, and folders of them.")
  var files: [String]

  @Option(help: ArgumentHelp("Where the rows go.", valueName: "folder"))
  var out: String

  @OptionGroup var recipe: RecipeOption

  @Option(help: "What documents become: questionAnswer, instruction, conversation, summary or text.")
  var kind = TrainingRow.Kind.questionAnswer

  @Option(help: "How rows lie in train, validation and test.jsonl: rows, instruction, chat or preference.")
  var layout = RowLayout.rows

  @Option(
    help: ArgumentHelp("Which column of a data set is what, as in question=Frage,answer=Antwort.", valueName: "mapping")
  )
  var columns: String?

  @Flag(help: "Writes into a folder that holds other things too; they stay.")
  var replace = false

  @Option(help: "text, or json: the data card on one line.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func run() throws {
    // Everything that can be wrong is looked at before anything is done.
    let recipe = try recipe.read()
    let mapping = try columns.map { try ColumnMapping(parsing: $0) }
    let folder = try PreparedFolder(out, replacing: replace)
    let report = PrepareReport(drawing.text(), isShown: format == .text)

    if self.recipe.recipe == nil { report.show(default: recipe) }
    let input = report.whileReading { DataSources(files, kind: kind, columns: mapping, progress: $0) }
    guard !input.sources.isEmpty else {
      report.show(failures: input.failures)
      throw WorkFailed("nothing could be read, so nothing was written")
    }
    report.begin(input)
    let run = try recipe.run(on: input.rows, report: report.show)
    let split = RowSplit(run.rows, validation: recipe.validation, test: recipe.test, seed: recipe.seed)

    let (prepared, card) = try preparedFiles(recipe, input, run, split)
    try folder.write(prepared)
    switch format {
    case .json: StandardOutput.write(try ListFormat.line(card))
    case .text: report.end(run, split, of: recipe, folder: out)
    }
    report.show(failures: input.failures)
    if !input.failures.isEmpty { throw WorkFailed() }
  }

  /// All files of the folder. The card names the data files with their hashes.
  private func preparedFiles(
    _ recipe: Recipe, _ input: DataSources, _ run: RecipeRun, _ split: RowSplit
  ) throws -> (files: [(name: String, bytes: [UInt8])], card: DataCard) {
    let texts: [(name: String, text: String, rows: Int)] = [
      ("rows.jsonl", RowWriter.jsonLines(run.rows), run.rows.count),
      ("rows.csv", RowWriter.csv(run.rows), run.rows.count),
      ("train.jsonl", RowWriter.jsonLines(split.train, layout: layout), split.train.count),
      ("validation.jsonl", RowWriter.jsonLines(split.validation, layout: layout), split.validation.count),
      ("test.jsonl", RowWriter.jsonLines(split.test, layout: layout), split.test.count),
    ]
    var files = texts.map { (name: $0.name, bytes: Array($0.text.utf8)) }
    let card = DataCard(
      sources: input.sources, steps: run.steps.map(DataCard.Step.init),
      files: zip(files, texts).map {
        DataCard.File(file: $0.name, sha256: SHA256.hexadecimal(of: $0.bytes), rows: $1.rows)
      },
      failed: input.failures)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    files.append(("recipe.yaml", Array(recipe.yaml().utf8)))
    files.append(("card.json", try Array(encoder.encode(card)) + [0x0A]))
    files.append(("card.md", Array(card.markdown(rows: run.rows, split: split).utf8)))
    return (files, card)
  }
}

extension TrainingRow.Kind: ExpressibleByArgument {}
extension RowLayout: ExpressibleByArgument {}
