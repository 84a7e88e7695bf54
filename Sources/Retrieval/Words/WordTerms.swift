// Texts as the terms that word search compares: words in lower case, without accents, as stems.
import DocumentReading
internal import Foundation

/// A word of a text as word search compares it, and where it stands.
public struct WordTerm: Equatable, Sendable {
  public let term: String
  /// Unicode scalars of the text.
  public let range: Range<Int>
}

/// The one analysis of words, for what is stored and what is asked, so that both are always cut alike. The database
/// remembers its results: whoever changes it raises the version of the database's schema.
public enum WordTerms {
  /// Longer words are compared by so many characters: nobody types more, and damaged files hold such.
  static let longest = 64

  /// Words are letters, digits and marks; a Chinese or Japanese ideograph is a word by itself. "Ferries" and "ferry" are
  /// one term, and so are "café" and "cafe".
  ///
  /// - Complexity: linear.
  public static func terms(in text: String) -> [WordTerm] {
    var terms: [WordTerm] = []
    var word: [UInt8] = []
    var isPlain = true
    var (start, place) = (0, 0)
    func close() {
      guard !word.isEmpty else { return }
      terms.append(WordTerm(term: isPlain ? stem(word) : folded(word), range: start..<place))
      word.removeAll(keepingCapacity: true)
      isPlain = true
    }
    for scalar in text.unicodeScalars {
      let kind = kind(of: scalar)
      if kind != .inWord { close() }
      if kind != .between {
        if word.isEmpty { start = place }
        append(scalar, to: &word, &isPlain)
      }
      place += 1
      if kind == .alone { close() }
    }
    close()
    return terms
  }

  /// What of a question is worth looking for, each once: all but the words that stand in every text, unless there is
  /// nothing else.
  public static func question(_ text: String) -> [String] {
    var seen: Set<String> = []
    let all = terms(in: text).map(\.term).filter { seen.insert($0).inserted }
    let telling = all.filter { !StopWords.stems.contains($0) }
    return telling.isEmpty ? all : telling
  }

  private enum Kind { case between, inWord, alone }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    if scalar.isASCII {
      return switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9": .inWord
      default: .between
      }
    }
    let properties = scalar.properties
    if properties.isIdeographic { return .alone }
    return switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      .inWord
    default: .between
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to word: inout [UInt8], _ isPlain: inout Bool) {
    guard word.count < longest else { return }
    if scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      word.append(UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte)
    } else {
      isPlain = false
      word += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    }
  }

  private static func stem(_ word: [UInt8]) -> String {
    // Digits: names of ships, times, codes. Their ends are not English endings.
    word.contains { $0 < UInt8(ascii: "a") }
      ? String(decoding: word, as: UTF8.self) : String(decoding: PorterStem.of(word), as: UTF8.self)
  }

  /// A word with characters outside ASCII: without its accents it may be plain.
  private static func folded(_ word: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    let apart = String(decoding: word, as: UTF8.self).lowercased().decomposedStringWithCanonicalMapping
    for scalar in apart.unicodeScalars where scalar.properties.generalCategory != .nonspacingMark {
      scalars.append(scalar)
    }
    let bare = Array(String(scalars).utf8)
    return bare.allSatisfy { $0 < 0x80 } && !bare.isEmpty ? stem(bare) : String(scalars)
  }
}

extension Chunk {
  /// What it is found by: the words of the headings above it, then its own.
  package var searchTerms: [String] { (headings + [text]).flatMap { WordTerms.terms(in: $0).map(\.term) } }
}
