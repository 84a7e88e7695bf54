// `lectern data inspect`: what is read from a document, and how it is cut.
import ArgumentParser
import DocumentReading

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Shows the text that is read from a document, and where it is cut into chunks.",
    discussion: """
      Of a document with several pages the text is shown with --page, or with --cuts. Places are characters of the \
      page's text, counted from 0.
      """)

  @Argument(help: "A document.")
  var file: String

  @Option(help: "Only this page, from 1 on.")
  var page: Int?

  @Flag(help: "Draws where chunks begin, end and overlap.")
  var cuts = false

  @Option(help: "The most characters of a chunk.")
  var size = Chunker.defaultSize

  @Option(help: "The most characters of its end with which the next chunk begins, in whole sentences.")
  var overlap: Int?

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func validate() throws {
    guard size > 0 else { throw ValidationError("--size \(size) is too small: a chunk holds at least one character") }
    if let overlap, overlap < 0 || overlap >= size {
      throw ValidationError("--overlap \(overlap) is out of range: it is 0 to \(size - 1), less than the --size")
    }
  }

  func run() throws {
    let inspection = try DocumentInspection(read(), only: page, chunker: chunker)
    switch format {
    case .json: StandardOutput.write(try ListFormat.line(InspectionJSON(inspection)))
    case .text:
      let options = drawing.text()
      StandardOutput.write(
        InspectionText(inspection: inspection, isWithCuts: cuts, options: options).lines.encoded(options))
    }
  }

  private var chunker: Chunker { Chunker(size: size, overlap: overlap ?? min(Chunker.defaultOverlap, size / 3)) }

  private func read() throws -> SourceDocument {
    let document: SourceDocument
    do throws(DocumentError) { document = try DocumentReader.read(file) } catch {
      throw DocumentFailure(file: file, error: error)
    }
    if let page, document.page(page) == nil {
      let count = document.pages.count
      throw UsageFailure(
        "\(file.harmless) has \(count) page\(count == 1 ? "" : "s"); there is no page \(page). Leave out --page for "
          + "an overview")
    }
    return document
  }
}

/// A document that a command needs and cannot read: status 2, or 3 if the machine lacks a program for it.
struct DocumentFailure: LecternFailure {
  let file: String
  let error: DocumentError

  var status: ExitStatus { error.isOfMachine ? .environment : .wrongUsage }
  var message: String { "\(file.harmless): \(error)" }
}
