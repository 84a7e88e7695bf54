// HTML and Word.
import DocumentReading
import Foundation
import Testing

struct MarkupFormatTests {
  private func read(_ name: String, _ bytes: some Sequence<UInt8>) throws -> DocumentPage {
    let folder = try TemporaryFolder()
    return try DocumentReader.read(try folder.write(name, bytes)).pages[0]
  }

  private func problem(_ name: String, _ bytes: some Sequence<UInt8>) throws -> DocumentError.Kind? {
    let folder = try TemporaryFolder()
    let path = try folder.write(name, bytes)
    do throws(DocumentError) { _ = try DocumentReader.read(path) } catch { return error.kind }
    return nil
  }

  @Test("a page is its text as it is seen: no scripts, styles, menus and hidden parts; entities and breaks resolved")
  func html() throws {
    let page = try read(
      "a.html",
      """
      <!DOCTYPE html><html><head><title>Harbour &amp; Lines</title><style>p { color: red }</style></head><body>
      <nav><a href=x>Home</a></nav><script>var x = "no"</script>
      <p>A   single costs&nbsp;4&nbsp;&euro;,<br>a
      <b>re</b>turn 7. <span hidden>secret</span><span style="display: none">none</span></p>
      loose text
      <ul><li>One <li><p>Two</p></ul>
      <img src=x alt="a red boat">
      <pre>
        two
          lines</pre>
      <p>unclosed <i>marks
      """.utf8)
    #expect(
      page.text == """
        Harbour & Lines

        A single costs 4 €,
        a return 7.

        loose text

        One
        Two

        a red boat

          two
            lines

        unclosed marks
        """)
    #expect(page.blocks.first?.kind == .heading(level: 1))
  }

  @Test("a table is read row by row with its headings' names; one that only places things is not taken for a table")
  func htmlTables() throws {
    let page = try read(
      "a.html",
      """
      <h1>Timetable</h1><table><caption>Weekdays</caption><tr><th>Departure<th>To</tr>
      <tr><td>8.30<td>Salt<b>marsh</b></tr></table>
      <table><tr><th>Fare<td>4 crowns</tr></table>
      <table><tr><td colspan=2>Both</td></tr><tr><td>a</td><td>b</td></tr></table>
      <table><tr><td><h2>News</h2><p>One.</p><p>Two.</p></td></tr></table>
      """.utf8)
    #expect(
      page.text == """
        Timetable

        Weekdays

        Departure: 8.30; To: Saltmarsh
        Fare: 4 crowns
        Both
        a | b

        News

        One.

        Two.
        """)
  }

  @Test("another encoding is read if the page names it, and refused if it does not")
  func htmlEncodings() throws {
    let text = Array("<p>F".utf8) + [0xE4] + Array("hre</p>".utf8)
    #expect(try read("a.html", Array("<meta charset=\"iso-8859-1\">".utf8) + text).text == "Fähre")
    #expect(try problem("a.html", text) == .notUTF8(line: 1, column: 5))
    // The bytes know better than what an editor left in the page.
    #expect(try read("a.html", "<meta charset=\"iso-8859-1\"><p>Fähre".utf8).text == "Fähre")
  }

  @Test("a page nested ten thousand deep is read or refused, and nothing breaks")
  func deepHTML() throws {
    let deep = String(repeating: "<div>", count: 10_000)
    _ = try problem("a.html", "<p>Text</p>\(deep)deep".utf8)
    #expect(try read("b.html", "<p>Text</p>\(String(repeating: "<b>", count: 200))deep".utf8).text.contains("deep"))
  }

  @Test("a Word document is its paragraphs, headings by their style, lists and tables")
  func word() throws {
    let deleted = "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
    let body =
      WordFile.paragraph("Handbuch", style: "Titel") + WordFile.paragraph("Preise", style: "berschrift2")
      + "<w:p><w:r><w:t xml:space=\"preserve\">A &amp; B </w:t></w:r>\(deleted)<w:ins><w:r><w:t>new</w:t></w:r></w:ins>"
      + "<w:r><w:br/><w:t>next</w:t><w:tab/><w:t>line</w:t></w:r></w:p>"
      + WordFile.paragraph("One", isItem: true) + WordFile.paragraph("Two", isItem: true)
      + WordFile.table([["Departure", "To"], ["8.30", "Saltmarsh"]]) + "<w:sectPr/>"
    let styles = """
      <w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
      <w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
      """
    let page = try read("a.docx", WordFile.bytes(body: body, styles: styles))
    #expect(
      page.text == """
        Handbuch

        Preise

        A & B new
        next line

        One
        Two

        Departure: 8.30; To: Saltmarsh
        """)
    #expect(
      page.blocks.map(\.kind) == [
        .heading(level: 1), .heading(level: 2), .paragraph, .listItem, .listItem, .tableRow,
      ])
  }

  @Test("what is no Word document is refused with the reason, and so is one that unpacks to more than it may")
  func badWord() throws {
    #expect(try problem("a.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1] as [UInt8]) == .needsPassword)
    let whole = WordFile.bytes(body: WordFile.paragraph("Text"))
    let cases: [(bytes: [UInt8], words: String)] = [
      (Array("plain".utf8), "zip"), (Array(whole.prefix(100)), "zip"),
      (WordFile.zip([("x.txt", [65])]), "word/document.xml"),
      (WordFile.zip([("word/document.xml", Array("<w:document".utf8))]), "XML"), ([], "zip"),
    ]
    for (bytes, words) in cases {
      guard case .damaged(let reason) = try problem("a.docx", bytes) else {
        Issue.record("\(words)")
        continue
      }
      #expect(reason.contains(words), "\(reason)")
    }
    let bomb = WordFile.zip([("word/document.xml", [UInt8](repeating: 0x20, count: 65 << 20))])
    #expect(bomb.count < 1 << 20)
    #expect(try problem("a.docx", bomb) == .tooMuchText(megabytes: 64))
  }

  @Test("entities of a hostile document are not expanded")
  func entities() throws {
    let xml = """
      <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>
      <w:document xmlns:w="x"><w:body><w:p><w:r><w:t>Text &b;&f;</w:t></w:r></w:p></w:body></w:document>
      """
    #expect(try read("a.docx", WordFile.zip([("word/document.xml", Array(xml.utf8))])).text == "Text")
  }
}
