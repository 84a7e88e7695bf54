// Why a file gives no text.

public struct DocumentError: Error, Equatable, CustomStringConvertible, Sendable {
  public enum Kind: Equatable, Sendable {
    case unreadable(reason: String)
    case unknownFormat
    /// Where the first byte stands that is not UTF-8, both counted from 1.
    case notUTF8(line: Int, column: Int)
    case damaged(reason: String)
    case needsPassword
    case noText
    /// Pages without any text: scans, drawings.
    case picturesOnly(pages: Int)
    case takesTooLong(seconds: Int)
    case tooMuchText(megabytes: Int)
    /// A program that reads the format is not installed.
    case missingTool(String, package: String)
  }
  public let kind: Kind

  public init(_ kind: Kind) { self.kind = kind }

  /// Whether the machine lacks something, rather than that the file is wrong.
  public var isOfMachine: Bool {
    if case .missingTool = kind { true } else { false }
  }

  /// A sentence without the file's name: what is wrong and what can be done.
  public var description: String {
    switch kind {
    case .unreadable(let reason): "it cannot be read: \(reason)"
    case .unknownFormat:
      "it is not of a kind that can be read; known are "
        + DocumentFormat.allCases.flatMap(\.endings).map { "." + $0 }.joined(separator: ", ")
    case .notUTF8(let line, let column):
      "its text is not UTF-8 (first at line \(line), column \(column)); save it as UTF-8, or convert it with: "
        + "iconv -f ISO-8859-1 -t UTF-8"
    case .damaged(let reason): "it is damaged: \(reason)"
    case .needsPassword: "it is protected by a password; save a copy without one"
    case .noText: "there is no text in it"
    case .picturesOnly(let pages):
      "it holds pictures of text, not text (\(pages) page\(pages == 1 ? "" : "s") without a letter); put it through "
        + "text recognition first, such as ocrmypdf"
    case .takesTooLong(let seconds): "reading it took longer than \(seconds) seconds; split it into parts"
    case .tooMuchText(let megabytes): "it holds more than \(megabytes) MB of text; split it into parts"
    case .missingTool(let tool, let package):
      "\(tool) is not on the PATH, which reads files of this kind. Install it with: sudo apt-get install \(package)"
    }
  }
}
