// `lectern data questions`: an evaluation set from documents.
import ArgumentParser
import DataPreparation
import DocumentReading
import LessonDocuments
import Rendering

struct QuestionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "questions", abstract: "Makes an evaluation set from documents: questions, answers, where they stand.",
    discussion: """
      simple: one sentence answers it. conditional: under what condition, what happens if. multiHop: two sentences \
      together answer it. multipleChoice: A to D, the wrong ones being answers to other questions. tokenPresence: a \
      right answer holds certain words. The kinds come as evenly as the documents allow.
      """)

  @Argument(help: "Documents, and folders of them.")
  var files: [String]

  @Option(help: ArgumentHelp("Ends in .jsonl or .yaml; - writes JSONL to standard output.", valueName: "file"))
  var out: String

  @Option(help: "At most so many questions. (default: all that can be made)")
  var count: Int?

  @Option(help: "Of the draw.")
  var seed = 0

  @Option(help: ArgumentHelp("Only these kinds, separated by commas.", valueName: "kinds"))
  var kinds: String?

  @Option(
    help: ArgumentHelp(
      "Lets a GPT write the questions; only those stay whose answer stands in the text.", valueName: "dir"))
  var writer: String?

  @Option(help: "text or json (counts and files that could not be read).")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func validate() throws {
    if let count, count < 1 { throw ValidationError("--count \(count) is out of range: 1 or more") }
    guard ["jsonl", "yaml", "yml"].contains(ending) || out == "-" else {
      throw ValidationError("--out \(out) has to end in .jsonl or .yaml")
    }
    _ = try wanted()
  }

  private var ending: String { out.split(separator: ".").last.map { $0.lowercased() } ?? "" }

  private func wanted() throws -> [EvaluationQuestion.Kind] {
    guard let kinds else { return EvaluationQuestion.Kind.allCases }
    let names = EvaluationQuestion.Kind.allCases.map(\.rawValue)
    return try kinds.split(separator: ",").map { name in
      let name = name.filter { $0 != " " }
      guard let kind = EvaluationQuestion.Kind(rawValue: name) else {
        let nearest = NearestName.of(name, among: names).map { "; the nearest is \($0)" } ?? ""
        throw ValidationError(
          "--kinds: \(name.quoted) is no kind\(nearest). All of them: \(names.joined(separator: ", "))")
      }
      return kind
    }
  }

  func run() throws {
    let found = DocumentFiles.find(files)
    var failed = found.failures.map { QuestionsReport.Failure(file: $0.file, reason: $0.error.description) }
    var chunks: [Chunk] = []
    var read: [String] = []
    for file in found.files {
      do throws(DocumentError) {
        chunks += Chunker().chunks(of: try DocumentReader.read(file))
        read.append(file)
      } catch {
        failed.append(QuestionsReport.Failure(file: file, reason: error.description))
      }
    }
    for failure in failed { StandardError.write("\(failure.file.harmless): \(failure.reason)\n") }
    guard !read.isEmpty else {
      throw UsageFailure("none of the documents could be read, so there is nothing to ask about")
    }
    let questions = try questions(about: chunks)
    try DataOutput.write(ending.hasPrefix("y") ? questions.yaml : questions.jsonLines, to: out)
    let report = QuestionsReport(questions, documents: read.count, failed: failed, file: out)
    if out != "-" {
      switch format {
      case .json: StandardOutput.write(try ListFormat.line(report))
      case .text: StandardOutput.write(report.lines(questions, drawing.text()).encoded(drawing.text()))
      }
    }
    if !failed.isEmpty { throw WorkFailed() }
  }

  private func questions(about chunks: [Chunk]) throws -> [EvaluationQuestion] {
    let kinds = try wanted()
    guard let writer else { return EvaluationSetMaker.questions(from: chunks, kinds: kinds, count: count, seed: seed) }
    let model = try ModelPairs.writer(ModelFolder.find(writer))
    let rows = try PairMaker.pairs(from: chunks, by: model)
    return EvaluationSetMaker.questions(of: rows, kinds: kinds, count: count, seed: seed)
  }
}

/// The JSON of `data questions`.
struct QuestionsReport: Encodable {
  struct Failure: Encodable {
    var file: String
    var reason: String
  }

  var file: String
  var documents: Int
  var questions: Int
  var kinds: [String: Int]
  var failed: [Failure]

  init(_ questions: [EvaluationQuestion], documents: Int, failed: [Failure], file: String) {
    self.file = file
    self.documents = documents
    self.questions = questions.count
    kinds = Dictionary(questions.map { ($0.type.rawValue, 1) }, uniquingKeysWith: +)
    self.failed = failed
  }

  private func folded(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// Counts, and of each kind the first question.
  func lines(_ all: [EvaluationQuestion], _ options: TextOptions) -> [StyledLine] {
    let title =
      "\(questions) question\(questions == 1 ? "" : "s") about \(documents) document\(documents == 1 ? "" : "s") → \(file)"
    var lines = StyledLine(options.oneLine(title), TextStyle(bold: true)).wrapped(to: options.width)
    for kind in EvaluationQuestion.Kind.allCases {
      guard let first = all.first(where: { $0.type == kind }), let count = kinds[kind.rawValue] else { continue }
      lines += [
        StyledLine(),
        StyledLine("\(kind.rawValue)", TextStyle(bold: true)) + StyledLine("  \(count)", StepDrawing.quiet),
      ]
      lines += StyledLine("  " + options.oneLine(first.question)).wrapped(to: options.width, indent: 4)
      for (letter, choice) in zip(["A", "B", "C", "D"], first.choices ?? []) {
        lines += StyledLine(options.oneLine("    \(letter) \(choice)")).wrapped(to: options.width, indent: 6)
      }
      let answer =
        "  \(options.ascii ? "->" : "→") \(folded(first.answer))"
        + (first.tokens.map { " (must hold: \($0.joined(separator: ", ")))" } ?? "")
      lines += StyledLine(options.oneLine(answer), StepDrawing.quiet).wrapped(to: options.width, indent: 4)
    }
    if questions == 0 {
      lines += StyledLine("Nothing in them could be asked about without doubt: rules need whole sentences in English.")
        .wrapped(to: options.width)
    }
    return lines
  }
}
