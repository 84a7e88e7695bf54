// The kinds of files that can be read, and how a file says which it is.

public enum DocumentFormat: String, CaseIterable, Codable, Sendable {
  case plainText = "txt"
  case markdown = "md"
  case html
  case csv
  case jsonLines = "jsonl"
  case word = "docx"
  case pdf

  /// The endings of file names, in lower case and without a dot.
  public var endings: [String] {
    switch self {
    case .plainText: ["txt", "text"]
    case .markdown: ["md", "markdown"]
    case .html: ["html", "htm", "xhtml"]
    case .csv: ["csv", "tsv"]
    case .jsonLines: ["jsonl", "ndjson"]
    case .word: ["docx"]
    case .pdf: ["pdf"]
    }
  }

  /// By a file's name; nil for one that ends like none.
  public init?(file: String) {
    let name = file.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return nil }
    let ending = name[name.index(after: dot)...].lowercased()
    guard let format = Self.allCases.first(where: { $0.endings.contains(ending) }) else { return nil }
    self = format
  }
}
