// `lectern documents summarize`: what documents say, in few of their own sentences.
import ArgumentParser
import Foundation
import LessonDocuments
import Rendering
import Retrieval

struct DocumentsSummarizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summarize", abstract: "Says what documents say, in few of their own sentences.",
    discussion: """
      Each chunk gives its best sentences, and of these the best that differ from each other are chosen, until the \
      length is reached. Nothing is reworded: each sentence is cited.
      """)

  @Argument(help: "Documents as they were added, or folders of them; all if left out.")
  var files: [String] = []

  @OptionGroup var database: DatabaseArgument

  @Option(help: "The length.")
  var words = 120

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func validate() throws {
    if !(1...100_000).contains(words) { throw ValidationError("--words \(words) is out of range: 1 to 100000") }
  }

  private struct SummaryJSON: Encodable {
    var summary: String
    var words: Int
    var citations: [AnswerJSON.CitationJSON]
    var sentencesRead: Int
    var wordsRead: Int
  }

  func run() throws {
    let summary = try database.value.summary(of: files.isEmpty ? nil : files, words: words)
    switch format {
    case .json:
      StandardOutput.write(
        try ListFormat.line(
          SummaryJSON(
            summary: summary.sentences.enumerated().map { "\($1.sentence) [\($0 + 1)]" }.joined(separator: " "),
            words: summary.words, citations: summary.sentences.map(AnswerJSON.CitationJSON.init),
            sentencesRead: summary.sentencesRead, wordsRead: summary.wordsRead)))
    case .text:
      let options = drawing.text()
      StandardOutput.write(lines(summary, options).encoded(options))
    }
  }

  private func lines(_ summary: DocumentSummary, _ options: TextOptions) -> [StyledLine] {
    guard !summary.sentences.isEmpty else { return [StyledLine("There is no sentence to summarise.")] }
    let quiet = TextStyle(dim: true)
    var text = StyledLine()
    for (index, citation) in summary.sentences.enumerated() {
      text.append(citation.sentence.harmlessWhole)
      text.append(" [\(index + 1)]", quiet)
      if index + 1 < summary.sentences.count { text.append(" ") }
    }
    return text.wrapped(to: options.width) + [StyledLine()] + CitationPicture.lines(summary.sentences, options) + [
      StyledLine("\(summary.words) of \(summary.wordsRead) words", quiet)
    ]
  }
}

/// Where cited sentences stand, a line a page: "[1] [3] handbook.pdf  page 7".
enum CitationPicture {
  static func lines(_ citations: [DocumentAnswer.Citation], _ options: TextOptions) -> [StyledLine] {
    var pages: [(file: String, page: Int, numbers: [Int])] = []
    for (index, citation) in citations.enumerated() {
      let (file, page) = (citation.evidence.file, citation.evidence.page)
      if let place = pages.firstIndex(where: { $0.file == file && $0.page == page }) {
        pages[place].numbers.append(index + 1)
      } else {
        pages.append((file, page, [index + 1]))
      }
    }
    return pages.flatMap { file, page, numbers in
      var line = StyledLine(numbers.map { "[\($0)]" }.joined(separator: " ") + " ", TextStyle(dim: true))
      line.append(file.harmless, TextStyle(bold: true))
      line.append("  page \(page)", TextStyle(dim: true))
      return line.wrapped(to: options.width, indent: 4)
    }
  }
}
