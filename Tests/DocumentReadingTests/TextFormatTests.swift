// Plain text, Markdown, CSV and JSONL.
import DocumentReading
import Testing

struct TextFormatTests {
  private func read(_ name: String, _ bytes: some Sequence<UInt8>) throws -> DocumentPage {
    let folder = try TemporaryFolder()
    let document = try DocumentReader.read(try folder.write(name, bytes), named: name)
    #expect(document.file == name && document.pages.count == 1)
    return document.pages[0]
  }

  private func problem(_ name: String, _ bytes: some Sequence<UInt8>) throws -> DocumentError.Kind? {
    let folder = try TemporaryFolder()
    let path = try folder.write(name, bytes)
    do throws(DocumentError) { _ = try DocumentReader.read(path) } catch { return error.kind }
    return nil
  }

  @Test("a text is the same with a byte order mark, as UTF-16, and with the line ends of Windows and of old Macs")
  func encodings() throws {
    let text = "Fähre 🛳\n\nAbfahrt um 8.30.\n"
    let windows = text.replacing("\n", with: "\r\n")
    let bytes: [[UInt8]] = [
      Array(text.utf8), [0xEF, 0xBB, 0xBF] + text.utf8, Array(windows.utf8),
      Array(text.replacing("\n", with: "\r").utf8),
      [0xFF, 0xFE] + windows.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
    ]
    for bytes in bytes { #expect(try read("a.txt", bytes).text == text) }
  }

  @Test("what is no UTF-8 is refused with the place and the way to mend it; so are NUL bytes and half a UTF-16")
  func notText() throws {
    #expect(try problem("a.txt", Array("Ein\nF".utf8) + [0xE4] + Array("hre".utf8)) == .notUTF8(line: 2, column: 2))
    #expect(DocumentError(.notUTF8(line: 2, column: 2)).description.contains("iconv"))
    for bytes in [Array("a\0b".utf8), [0xFF, 0xFE, 0x41], [0xFF, 0xFE, 0x00, 0xD8]] as [[UInt8]] {
      guard case .damaged = try problem("a.txt", bytes) else {
        Issue.record("\(bytes)")
        continue
      }
    }
    for text in ["", " \n\n", "\u{FEFF}"] { #expect(try problem("a.txt", text.utf8) == .noText) }
  }

  @Test("empty lines make paragraphs, markers make items, and a heading stands alone")
  func lineBlocks() throws {
    let page = try read(
      "a.txt",
      """
      HARBOUR LINES

      Fares
      =====

      A single costs four
      crowns. Bring:
      - a ticket
      - a coat that
        is warm

      2.1 Bicycles
      A bicycle costs one crown on all lines, whatever its size and weight may be.

      Dogs and cats

      Dogs travel free if they are small enough to sit on the knees of a passenger.

      8.30

      """.utf8)
    let kinds = page.blocks.map { "\($0.kind): \(page.text($0.range)?.prefix(12) ?? "")" }
    #expect(
      kinds == [
        "heading(level: 1): HARBOUR LINE", "heading(level: 1): Fares\n=====", "paragraph: A single cos",
        "listItem: - a ticket", "listItem: - a coat tha", "heading(level: 2): 2.1 Bicycles", "paragraph: A bicycle co",
        "heading(level: 2): Dogs and cat", "paragraph: Dogs travel ", "paragraph: 8.30",
      ])
  }

  @Test("a heading is known without an empty line below it if it ends before its line is full and a capital follows")
  func runInHeadings() throws {
    let page = try read(
      "a.txt",
      """
      1 The year in short
      In 2025 the six ferries carried 412,600 passengers, which is more than in the year before.
      The company earned 2.94 million crowns, and on the whole it was content with that year.
      2 Passengers by island
      Most of them went to Sandholm, where the fair is, and many of those came back from there.

      Sandholm
      The largest island has a school, a bakery and two hotels, and is reached in half an hour.

      They were met there by the captain, by all of her crew, and by a man called
      Moss.
      """.utf8)
    let headings = page.blocks.filter { if case .heading = $0.kind { true } else { false } }
    #expect(headings.map { page.text($0.range) } == ["1 The year in short", "2 Passengers by island", "Sandholm"])
    #expect(headings.map(\.kind) == [.heading(level: 1), .heading(level: 1), .heading(level: 2)])
    #expect(page.blocks.count == 7)
  }

  @Test("Markdown is its text without marks, front matter and HTML; tables are rows with the columns' names")
  func markdown() throws {
    let page = try read(
      "a.md",
      """
      ---
      title: Hidden
      ---
      # The *Handbook*

      A [link](https://x.example) and `code`,
      on two lines.

      - One
      - Two

        and more
      <div>tag</div>

      | Departure | To |
      |:--|--:|
      | 8.30 | **Saltmarsh** |

      ```swift
        let x = 1
      ```
      """.utf8)
    #expect(
      page.text == """
        The Handbook

        A link and code, on two lines.

        One
        Two
        and more

        Departure: 8.30; To: Saltmarsh

          let x = 1
        """)
    #expect(
      page.blocks.map(\.kind) == [
        .heading(level: 1), .paragraph, .listItem, .listItem, .listItem, .tableRow, .code,
      ])
  }

  @Test("a row of CSV says its columns' names; quotation marks, line breaks and other separators are understood")
  func csv() throws {
    let comma = try read("a.csv", "Departure,To,Note\r\n8.30,Saltmarsh,\"red, \"\"old\"\"\nboat\"\r\n9,,\r\n".utf8)
    #expect(comma.text == "Departure: 8.30; To: Saltmarsh; Note: red, \"old\" boat\nDeparture: 9")
    #expect(comma.blocks.map(\.kind) == [.tableRow, .tableRow])
    #expect(try read("a.csv", "Preis;Ort\n3,50;Hafen\n".utf8).text == "Preis: 3,50; Ort: Hafen")
    #expect(try read("a.tsv", "a\tb\n1, 2\t3\n".utf8).text == "a: 1, 2; b: 3")
    #expect(try read("a.csv", "8.30,Saltmarsh\n9.30,Northholm\n".utf8).text == "8.30 | Saltmarsh\n9.30 | Northholm")
    #expect(
      try problem("a.csv", "a,b\n\"x,y\n".utf8) == .damaged(reason: "the quotation mark on line 2 is never closed"))
  }

  @Test("a line of JSONL is a row of its values, or a paragraph for each text if they are long")
  func jsonLines() throws {
    let long = String(repeating: "Long text. ", count: 60)
    let page = try read(
      "a.jsonl",
      """
      {"question": "When?", "answer": "At 8.30.", "n": 3, "tags": ["a", "b"], "none": null}

      "alone"
      {"text": "\(long)"}
      {"turns": [{"role": "user", "content": "\(long)"}]}
      """.utf8)
    let lines = page.blocks.map { page.text($0.range) ?? "" }
    #expect(
      lines == [
        "question: When?; answer: At 8.30.; n: 3; tags: a; tags: b", "alone", String(long.dropLast()),
        "turns role: user", "turns content: \(long.dropLast())",
      ])
    guard case .damaged(let reason) = try problem("a.jsonl", "{\"a\": 1}\n{\"a\": }\n".utf8) else {
      Issue.record("it was read")
      return
    }
    #expect(reason.hasPrefix("line 2, column 7"), "\(reason)")
  }

  @Test("each block is exactly where it says, whatever the characters")
  func ranges() throws {
    let page = try read("a.md", "# Fähre 🛳\n\nE\u{301}s gibt 👩‍👩‍👧 an Bord.\n\n- drei\n- vier\n".utf8)
    #expect(page.blocks.map { page.text($0.range) } == ["Fähre 🛳", "E\u{301}s gibt 👩‍👩‍👧 an Bord.", "drei", "vier"])
  }
}
