// `lectern data`: from documents to training rows.
import ArgumentParser

struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data", abstract: "Makes training rows from documents, and looks into documents.",
    discussion: """
      A document is a text, Markdown, HTML, CSV, JSONL, Word (docx) or PDF file. Start with a look at what is read from \
      one: lectern data inspect FILE, and how it is cut: lectern data inspect FILE --cuts.
      """,
    subcommands: [
      InspectCommand.self, PrepareCommand.self, RecipeCommand.self, AblateCommand.self, ReviewCommand.self,
      QuestionsCommand.self,
    ])
}
