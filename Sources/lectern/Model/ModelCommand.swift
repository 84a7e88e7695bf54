// `lectern model`: looks into a checkpoint folder, runs what is in it, and fetches a model to look into.
import ArgumentParser

struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model", abstract: "Looks into trained models, and runs them.",
    discussion: """
      A model is a folder with config.json and model.safetensors, as Hugging Face's tools and ours write them, and \
      tokenizer files if it is to read text. An installed model can be named instead: lectern model fetch minilm, then \
      lectern model embed minilm "a text".
      """,
    subcommands: [
      ModelInfoCommand.self, ModelRunCommand.self, ModelGenerateCommand.self, ModelEmbedCommand.self,
      ModelFetchCommand.self,
    ])
}
