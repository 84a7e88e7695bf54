// PDF files made by hand (PDF 1.4), one line of text below the other.

enum PDFFile {
  /// - Parameter pages: the lines of each page; a page without lines has a drawing and no text.
  static func bytes(_ pages: [[String]], isEncrypted: Bool = false) -> [UInt8] {
    let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for (index, lines) in pages.enumerated() {
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(5 + 2 * index) 0 R "
          + "/Resources << /Font << /F1 3 0 R >> >> >>")
      let stream = lines.isEmpty ? "0 0 100 100 re f" : content(lines)
      objects.append("<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream")
    }
    var file = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    // A key that no password fits.
    let key = String(repeating: "41", count: 32)
    let lock = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <\(key)> /U <\(key)> >> /ID [<41> <41>]"
    file +=
      "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(isEncrypted ? lock : "") >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }

  /// Lines 14 points apart; an empty one leaves room. Tabulators are 120 points apart.
  private static func content(_ lines: [String]) -> String {
    "BT /F1 11 Tf 14 TL 60 780 Td\n"
      + lines.map { line in
        let escaped = line.replacing("\\", with: "\\\\").replacing("(", with: "\\(").replacing(")", with: "\\)")
        let cells = escaped.split(separator: "\t", omittingEmptySubsequences: false)
        let back = cells.count > 1 ? "\(-120 * (cells.count - 1)) 0 Td " : ""
        return cells.map { "(\($0)) Tj" }.joined(separator: " 120 0 Td ") + " \(back)T*\n"
      }.joined() + "ET"
  }
}
