// Fields of documents as a table: dates, amounts, names, or what a pattern finds, each row with the sentence it is from.
import DocumentReading
import Messages

/// What is looked for in each sentence.
public enum ExtractedField: Sendable {
  case fact(HeldFact.Kind)
  /// A regular expression in Swift's syntax, such as `B-\d+`; its first group if it has one.
  case pattern(String)

  public var name: String {
    switch self {
    case .fact(let kind): kind.rawValue
    case .pattern(let text): text
    }
  }
}

/// A sentence that holds fields.
public struct ExtractedRow: Equatable, Sendable {
  /// For each field what was found, in the order of the sentence; empty if nothing was.
  public let values: [[String]]
  public let citation: DocumentAnswer.Citation
}

extension DocumentDatabase {
  /// The sentences that hold fields, in the order of files and pages.
  ///
  /// - Parameters:
  ///   - about: only sentences with all these words, in themselves or as stems.
  ///   - needsAll: only sentences that hold each of the fields; else those that hold one.
  /// - Throws: ``PatternError`` too.
  public func extract(
    _ fields: [ExtractedField], from files: [String]? = nil, about: String? = nil, needsAll: Bool = true
  ) throws -> [ExtractedRow] {
    let finders = try fields.map(FieldFinder.init)
    let wanted = Set(about.map(WordTerms.question) ?? [])
    var rows: [ExtractedRow] = []
    for document in try documents(named: files) {
      for (citation, _) in try citableSentences(of: document) {
        guard wanted.isEmpty || wanted.isSubset(of: WordTerms.terms(in: citation.sentence).map(\.term)) else {
          continue
        }
        let values = finders.map { $0.values(in: citation.sentence) }
        let found = values.count { !$0.isEmpty }
        if found > 0, !needsAll || found == fields.count {
          rows.append(ExtractedRow(values: values, citation: citation))
        }
      }
    }
    return rows
  }
}

/// A pattern that is none.
public struct PatternError: Error, Equatable, CustomStringConvertible, Sendable {
  public let pattern: String
  public let reason: String

  package init(pattern: String, reason: String) { (self.pattern, self.reason) = (pattern, reason) }

  public var description: String {
    "the pattern \(pattern.quoted) cannot be read: \(reason.harmless). Signs with a meaning of their own, such as ( [ . * +, "
      + "stand for themselves behind a backslash"
  }
}

private enum FieldFinder {
  case fact(HeldFact.Kind)
  case pattern(Regex<AnyRegexOutput>)

  init(_ field: ExtractedField) throws {
    switch field {
    case .fact(let kind): self = .fact(kind)
    case .pattern(let text):
      do { self = .pattern(try Regex(text)) } catch { throw PatternError(pattern: text, reason: "\(error)") }
    }
  }

  func values(in sentence: String) -> [String] {
    switch self {
    case .fact(let kind):
      let text = ScalarText(sentence)
      return HeldFact.facts(in: sentence).filter { $0.kind == kind }.map { text[$0.range] }
    case .pattern(let regex):
      return sentence.matches(of: regex).compactMap { match in
        let group = match.output.count > 1 ? match.output[1] : match.output[0]
        return group.substring.map(String.init)
      }.filter { !$0.isEmpty }
    }
  }
}
