// PDF files, made by hand and read through pdftotext.
import DocumentReading
import Foundation
import Testing

struct PDFTests {
  private func problem(_ name: String, _ bytes: [UInt8]) throws -> DocumentError.Kind? {
    let folder = try TemporaryFolder()
    let path = try folder.write(name, bytes)
    do throws(DocumentError) { _ = try DocumentReader.read(path) } catch { return error.kind }
    return nil
  }

  @Test("pages are numbered, also empty ones; a line of text is found at the place that evidence names")
  func pages() throws {
    let folder = try TemporaryFolder()
    let first = [
      "HARBOUR LINES", "", "", "The first ferry leaves at 8.30", "from the north quay. Dogs (small) are free.",
    ]
    let path = try folder.write("a b\n.pdf", PDFFile.bytes([first, [], ["Second page."]]))
    let document = try DocumentReader.read(path, named: "a.pdf")
    #expect(document.format == .pdf && document.pages.map(\.number) == [1, 2, 3])
    #expect(document.pages[1].text.isEmpty && document.pages[1].blocks.isEmpty)
    let sentences = document.pages.map { page in SentenceSplitter.sentences(of: page).compactMap(page.text) }
    #expect(
      sentences == [
        ["HARBOUR LINES", "The first ferry leaves at 8.30\nfrom the north quay.", "Dogs (small) are free."], [],
        ["Second page."],
      ])
    #expect(document.pages[0].blocks.map(\.kind) == [.heading(level: 1), .paragraph])
    for chunk in Chunker().chunks(of: document) { #expect(document.text(at: chunk.evidence) == chunk.text) }
  }

  @Test("a title that stands on every page is no heading")
  func runningTitle() throws {
    let folder = try TemporaryFolder()
    let pages = (1...4).map {
      ["HARBOUR LINES", "", "", "Page number \($0) says nothing of interest to anybody at all."]
    }
    let document = try DocumentReader.read(try folder.write("a.pdf", PDFFile.bytes(pages)))
    #expect(document.pages.allSatisfy { $0.blocks.map(\.kind) == [.paragraph, .paragraph] })
  }

  @Test("a row of a table is a sentence, also the first one below a paragraph; the page's text stays as it is")
  func tables() throws {
    let folder = try TemporaryFolder()
    let lines = [
      "Six ferries do the work of the whole fleet, each with its captain.", "Ferry\tCaptain\tColour",
      "Tern\tHalloran\tgreen",
      "Old Margit\tPike\tblue", "", "", "Nobody else may stand at the wheel of a ferry.",
    ]
    let page = try DocumentReader.read(try folder.write("a.pdf", PDFFile.bytes([lines]))).pages[0]
    let sentences = SentenceSplitter.sentences(of: page).compactMap(page.text).map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    #expect(
      sentences == [
        lines[0], "Ferry Captain Colour", "Tern Halloran green", "Old Margit Pike blue", lines[6],
      ])
    #expect(page.blocks.map(\.kind) == [.paragraph, .tableRow, .tableRow, .tableRow, .paragraph])
  }

  @Test("columns of prose, and one line by itself, are no tables")
  func noTables() throws {
    let folder = try TemporaryFolder()
    let columns = (1...6).map { "left number \($0) of a text\t\tright number \($0) of another" }
    for lines in [columns, ["Timetable\t2026", "", "", "Valid from the first of May to the end of September."]] {
      let page = try DocumentReader.read(try folder.write("a.pdf", PDFFile.bytes([lines]))).pages[0]
      #expect(!page.blocks.contains { $0.kind == .tableRow }, "\(page.text)")
    }
  }

  @Test("a thousand pages are read")
  func manyPages() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "a.pdf", PDFFile.bytes((1...1000).map { ["This is page \($0).", "Dogs travel free."] }))
    let document = try DocumentReader.read(path)
    #expect(document.pages.count == 1000)
    #expect(document.pages.last?.text.contains("page 1000.") == true)
    #expect(Chunker().chunks(of: document).count == 1000)
  }

  @Test("scans, locked and damaged files are refused, each with its reason")
  func refused() throws {
    #expect(try problem("scan.pdf", PDFFile.bytes([[], []])) == .picturesOnly(pages: 2))
    #expect(try problem("locked.pdf", PDFFile.bytes([["Text"]], isEncrypted: true)) == .needsPassword)
    for bytes in [Array("no pdf".utf8), Array("%PDF-1.4\nand nothing more".utf8), []] {
      guard case .damaged = try problem("a.pdf", bytes) else {
        Issue.record("\(bytes)")
        continue
      }
    }
    // Ends anywhere: read as far as it goes, or refused.
    let whole = PDFFile.bytes([["One"], ["Two"]])
    for length in stride(from: 10, to: whole.count, by: 97) { _ = try problem("a.pdf", Array(whole.prefix(length))) }
  }

  @Test("what is no file, or of no known kind, says so")
  func noFile() throws {
    let folder = try TemporaryFolder()
    for (path, words) in [
      ("\(folder.path)/none.pdf", "No such file"), (folder.path, "kind"), ("x\0y.txt", "NUL"),
    ] {
      let error = #expect(throws: DocumentError.self) { try DocumentReader.read(path) }
      #expect(error?.description.contains(words) == true, "\(String(describing: error))")
    }
    try FileManager.default.createDirectory(atPath: "\(folder.path)/folder.pdf", withIntermediateDirectories: true)
    #expect(throws: DocumentError(.unreadable(reason: "it is a folder"))) {
      try DocumentReader.read("\(folder.path)/folder.pdf")
    }
  }
}
