// `lectern experiments export`: a run's model as a folder that others can use.
import ArgumentParser
import Experiments
import LessonDocuments
import Rendering

struct RunExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Exports a run's best model in Hugging Face layout, with a model card.",
    discussion: """
      The folder gets config.json, model.safetensors and the tokenizer, adapters merged, and README.md: what the model was \
      made from, with hashes, its template, its settings, its metrics with their intervals and what they do not say. With \
      --adapter it gets the adapters alone, as PEFT reads them. What was written is read again before it is said to be \
      there.
      """)

  @Argument(help: ArgumentHelp("A finished run's folder.", valueName: "run"))
  var folder: String

  @Option(help: ArgumentHelp("A new folder.", valueName: "folder"))
  var out: String

  @Flag(help: "The whole model, adapters merged into it; this is the default.")
  var merge = false

  @Flag(help: "The adapters alone, of a run with tuning.method lora.")
  var adapter = false

  @Flag(help: "The rows go along, so that the run can be made again from the folder.")
  var rows = false

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  private struct ExportJSON: Encodable {
    var folder: String
    var kind: String
    var files: [String]
  }

  func validate() throws {
    if merge && adapter { throw ValidationError("--merge and --adapter exclude each other") }
  }

  func run() throws {
    let export = try RunExport(try RecordedRun.read(folder), adapter ? .adapter : .merged, includesRows: rows)
    let files = try export.write(to: out)
    switch format {
    case .json:
      StandardOutput.write(try ListFormat.line(ExportJSON(folder: out, kind: export.kind.rawValue, files: files)))
    case .text:
      let options = drawing.text()
      let next =
        export.kind == .merged
        ? "Read and found whole. Talk to it: lectern chat \(out.harmless)"
        : "They belong on the base model that README.md names."
      let lines = ["\(out.harmless) holds \(files.joined(separator: ", ")).", next]
      StandardOutput.write(lines.flatMap { StyledLine($0).wrapped(to: options.width) }.encoded(options))
    }
  }
}
