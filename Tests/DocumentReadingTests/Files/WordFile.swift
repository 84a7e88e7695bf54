// Word files made by hand: a zip file with the XML of a body.
import CArchive

enum WordFile {
  /// - Parameters:
  ///   - body: the children of `<w:body>`
  ///   - styles: the children of `<w:styles>`; nil leaves the file out.
  static func bytes(body: String, styles: String? = nil) -> [UInt8] {
    let namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
    var entries = [
      ("word/document.xml", Array("\(head)<w:document \(namespace)><w:body>\(body)</w:body></w:document>".utf8))
    ]
    if let styles {
      entries.insert(("word/styles.xml", Array("\(head)<w:styles \(namespace)>\(styles)</w:styles>".utf8)), at: 0)
    }
    return zip(entries)
  }

  /// A paragraph of one run.
  static func paragraph(_ text: String, style: String? = nil, isItem: Bool = false) -> String {
    let name = style.map { "<w:pStyle w:val=\"\($0)\"/>" } ?? ""
    let list = isItem ? "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>" : ""
    return "<w:p><w:pPr>\(name)\(list)</w:pPr><w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
  }

  static func table(_ rows: [[String]]) -> String {
    let rows = rows.map { row in "<w:tr>" + row.map { "<w:tc>\(paragraph($0))</w:tc>" }.joined() + "</w:tr>" }
    return "<w:tbl>\(rows.joined())</w:tbl>"
  }

  /// A compressed zip file.
  static func zip(_ entries: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    let archive = archive_write_new()
    defer { archive_write_free(archive) }
    archive_write_set_format_zip(archive)
    var file = [UInt8](repeating: 0, count: entries.reduce(1 << 16) { $0 + $1.bytes.count + 1000 })
    var used = 0
    file.withUnsafeMutableBytes { buffer in
      archive_write_open_memory(archive, buffer.baseAddress, buffer.count, &used)
      for entry in entries {
        let header = archive_entry_new()
        defer { archive_entry_free(header) }
        archive_entry_set_pathname(header, entry.name)
        archive_entry_set_size(header, Int64(entry.bytes.count))
        archive_entry_set_filetype(header, UInt32(S_IFREG))
        archive_entry_set_perm(header, 0o644)
        archive_write_header(archive, header)
        archive_write_data(archive, entry.bytes, entry.bytes.count)
      }
      archive_write_close(archive)
    }
    return Array(file.prefix(used))
  }
}
