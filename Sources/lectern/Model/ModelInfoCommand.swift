// `lectern model info`: what a checkpoint is.
import ArgumentParser
import Foundation
import Rendering
import StepRecords

struct ModelInfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Says what a model is: architecture, sizes, parameters, files, activations.")

  @OptionGroup var model: ModelArgument

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func run() throws {
    let summary = try ModelSummary(model.folder())
    switch format {
    case .json: StandardOutput.write(try ListFormat.line(summary))
    case .text:
      let options = drawing.text()
      StandardOutput.write(ModelInfoText(summary: summary, options: options).lines.encoded(options))
    }
  }
}

/// The summary as text: facts, then tables.
struct ModelInfoText {
  let summary: ModelSummary
  let options: TextOptions

  private static let labelWidth = 13
  private var numbers: NumberText { NumberText(options) }

  var lines: [StyledLine] {
    let title = StyledLine([
      StyledSpan(options.oneLine(summary.model), TextStyle(bold: true)),
      StyledSpan("  " + summary.architecture, StepDrawing.quiet),
    ])
    let facts = self.facts.flatMap { label, value in
      (StyledLine(label.padded(to: Self.labelWidth), StepDrawing.quiet) + StyledLine(options.oneLine(value)))
        .wrapped(to: options.width, indent: Self.labelWidth)
    }
    let tables = [
      table(
        "parameters", ["part", "parameters", ""],
        summary.parts.map { [$0.name, numbers.count($0.parameters), share($0.parameters)] }),
      table("files", ["file", "size"], summary.files.map { [$0.name, Self.size($0.bytes)] }),
      table("activations", ["name", "shape"], activations.map { [$0.name, $0.shape] }),
    ]
    return [title.truncated(to: options.width, ellipsis: options.ellipsis)] + facts
      + tables.flatMap { [StyledLine()] + $0 }
  }

  private var facts: [(String, String)] {
    let sizes = summary.sizes
    let heads = sizes.heads.map { heads in
      let shared = sizes.keyValueHeads.flatMap { $0 < heads ? ", \($0) for keys and values" : nil } ?? ""
      return "\(heads) of \(sizes.headSize ?? 0) channels\(shared)"
    }
    let channels = sizes.channels.map { channels in
      "\(channels)" + (sizes.hiddenChannels.map { ", \($0) in the feed-forward part" } ?? "")
    }
    let broken = summary.notFinite > 0 ? "; \(numbers.count(summary.notFinite)) of them are NaN or infinite" : ""
    let facts: [(String, String?)] = [
      ("folder", summary.folder), ("layers", "\(sizes.layers)"), ("heads", heads), ("channels", channels),
      ("context", sizes.contextLength.map { "\(numbers.count($0)) tokens" }),
      ("vocabulary", sizes.vocabulary.map { "\(numbers.count($0)) tokens" }),
      (
        "tokenizer",
        summary.tokenizer.map { "\($0.kind), \(numbers.count($0.vocabulary)) tokens" } ?? summary.tokenizerProblem
          ?? "none in the folder: it reads --tokens, no --text"
      ),
      ("built with", summary.options.joined(separator: ", ")),
      (
        "parameters",
        "\(numbers.count(summary.parameters)) in \(summary.elementTypes.joined(separator: ", "))\(broken)"
      ),
    ]
    return facts.compactMap { label, value in value.map { (label, $0) } }
  }

  /// Those of one layer stand for those of all.
  private var activations: [ModelSummary.Activation] {
    let isFirst = { (name: String) in !name.split(separator: ".").contains { Int($0).map { $0 > 0 } ?? false } }
    return summary.activations.filter { isFirst($0.name) }.map { point in
      let words = point.name.split(separator: ".").map { Int($0) == nil ? $0 : "N" }
      return ModelSummary.Activation(name: words.joined(separator: "."), shape: point.shape)
    }
  }

  private func table(_ name: String, _ columns: [String], _ rows: [[String]]) -> [StyledLine] {
    let record = Record(name: name, content: .table(TableRecord(columns: columns, rows: rows)))
    return RecordPicture.lines(for: record, options: options)
  }

  private func share(_ parameters: Int) -> String {
    numbers.percent(Double(parameters) / Double(max(summary.parameters, 1)))
  }

  private static func size(_ bytes: Int) -> String { bytes < 1024 ? "\(bytes) B" : ByteCount.text(bytes) }
}
