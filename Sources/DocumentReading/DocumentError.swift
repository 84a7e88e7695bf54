// Why a file gives no text.

public struct DocumentError: Error, Equatable, CustomStringConvertible, Sendable {
  public enum Kind: Equatable, Sendable {
    case unreadable(reason: String)
    case unknownFormat
    case notUTF8
  }
  public let kind: Kind

  public init(_ kind: Kind) { self.kind = kind }

  /// A sentence without the file's name: what is wrong and what can be done.
  public var description: String {
    switch kind {
    case .unreadable(let reason): "it cannot be read: \(reason)"
    case .unknownFormat:
      "it is not of a kind that can be read; known are \(DocumentFormat.allCases.map(\.rawValue).joined(separator: ", "))"
    case .notUTF8: "its text is not UTF-8; save it as UTF-8 and add it again"
    }
  }
}
