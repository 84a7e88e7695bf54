// `lectern model run`: one pass through a model; what comes out, as numbers or as pictures.
import ArgumentParser
import Foundation
import Models
import Rendering
import StepRecords
import Tensors

struct ModelRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Runs a model on some tokens: logits, hidden states, attention.",
    discussion: """
      As text: the most likely next tokens of a GPT, the vectors and answers of a BERT, and on a terminal, or when \
      --layer or --head ask for them, attention maps. As JSON: the logits of a GPT, the last hidden states of a BERT, \
      a row for each token.
      """)

  @OptionGroup var model: ModelArgument

  @OptionGroup var input: TokenInput

  @Option(help: "For each token 1, or 0 for padding, which nobody looks at: 1,1,0.")
  var attentionMask: String?

  @Option(parsing: .unconditional, help: "The layer, from 0 on, whose attention is drawn. (default: the last)")
  var layer: Int?

  @Option(parsing: .unconditional, help: "The head, from 0 on, whose attention is drawn. (default: all)")
  var head: Int?

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func validate() throws {
    if format == .json, layer != nil || head != nil {
      throw ValidationError("--layer and --head choose attention maps, which --format json does not have")
    }
  }

  func run() throws {
    let folder = try model.folder()
    let run = try ModelRun(folder, ids: input.ids(folder), mask: attentionMask, attention: wantedAttention)
    switch format {
    case .json: try run.writeJSON()
    case .text:
      let options = drawing.text()
      let names = TokenNames(tokenizer: try folder.tokenizerIfThere())
      for record in run.records(names) {
        StandardOutput.write(RecordPicture.lines(for: record, options: options).encoded(options) + "\n")
      }
    }
  }

  private var wantedAttention: ModelRun.Attention? {
    guard format == .text, StandardOutput.isTerminal || layer != nil || head != nil else { return nil }
    return ModelRun.Attention(layer: layer, head: head, isAskedFor: layer != nil || head != nil)
  }
}
