// A sentence that may be the answer, and what stands round it.
import DocumentReading

/// A sentence of a chunk that a search found.
struct CandidateSentence {
  /// As it stands on the page.
  let text: String
  let evidence: Evidence
  /// What found it.
  let hit: SearchHit
  let terms: [WordTerm]
  /// Of the sentence before it in the chunk, headings left out; empty for the first, and for a row of a table.
  let termsBefore: Set<String>
  /// With the sentence before it, which may say what its "it" is; a row of a table with its heading and the names of its
  /// columns.
  let inContext: String
  /// Of the sentence before it and the one behind it.
  let neighbours: Set<String>
  /// Of its headings and its file's name.
  let headings: Set<String>
  let facts: [HeldFact]
  /// The items of the list that it introduces; empty for any other sentence.
  let items: [DocumentAnswer.Citation]

  var held: Set<String> { Set(terms.map(\.term)) }

  /// What it says where it stands: of itself, its headings and the sentence before it.
  var heldInContext: Set<String> { held.union(headings).union(termsBefore) }

  /// Whether it begins with a word that points back: "It costs three crowns."
  var pointsBack: Bool {
    SentenceWord.words(in: ScalarText(text)).first.map { Self.pointing.contains($0.lowercased) } ?? false
  }
  private static let pointing: Set<String> = [
    "it", "its", "they", "their", "them", "he", "his", "him", "she", "her", "we", "this", "that", "these", "those",
    "there", "here", "then", "one", "both", "each", "all", "such",
  ]

  /// The sentences of what was found; one that stands in two chunks counts where it was found first.
  static func all(in hits: [SearchHit]) -> [CandidateSentence] {
    var seen: Set<Evidence> = []
    return hits.flatMap(sentences(of:)).filter { seen.insert($0.evidence).inserted }
  }

  private static func sentences(of hit: SearchHit) -> [CandidateSentence] {
    let chunk = hit.chunk
    let text = ScalarText(chunk.text)
    let ranges = chunk.sentences.map { withoutMarker($0, in: text) }
    let terms = ranges.map { WordTerms.terms(in: text[$0]) }
    let sets = terms.map { Set($0.map(\.term)) }
    let name = chunk.evidence.file.split(separator: "/").last.map(String.init) ?? chunk.evidence.file
    let headings = Set((chunk.headings + [name]).flatMap { WordTerms.terms(in: $0).map(\.term) })
    let titles = Set(chunk.headings)
    // A heading says what the text below it is about, and nothing of it.
    let said = ranges.indices.filter { !titles.contains(text[ranges[$0]].withFoldedSpaces) }
    let rows = TableRow.rows(in: ranges.map { text[$0] })
    return zip([nil] + said.map(Optional.some), said).map { (last: Int?, index: Int) -> CandidateSentence in
      let row = rows[index]
      let previous = row == nil ? last : nil
      let columns: [String] = (row?.columns ?? []).flatMap { WordTerms.terms(in: $0).map(\.term) }
      let beside = previous.map { text[ranges[$0]] + " " } ?? ""
      let before = index > 0 ? sets[index - 1] : []
      let after = index + 1 < sets.count ? sets[index + 1] : []
      let sentence = text[ranges[index]]
      return CandidateSentence(
        text: sentence, evidence: chunk.evidence(of: ranges[index]), hit: hit, terms: terms[index],
        termsBefore: previous.map { sets[$0] } ?? [],
        inContext: row?.written(below: chunk.headings.last) ?? beside + sentence,
        neighbours: before.union(after), headings: headings.union(columns), facts: HeldFact.facts(in: sentence),
        items: items(behind: index, ranges, text, chunk))
    }
  }

  /// The items of a list follow a sentence that ends with a colon, and begin with a sign.
  private static func items(
    behind index: Int, _ ranges: [Range<Int>], _ text: ScalarText, _ chunk: Chunk
  ) -> [DocumentAnswer.Citation] {
    guard text.scalars[ranges[index].upperBound - 1] == ":" else { return [] }
    return ranges[(index + 1)...].prefix(mostItems).prefix { isItem($0, in: text) }
      .map { DocumentAnswer.Citation(sentence: text[$0].withFoldedSpaces, evidence: chunk.evidence(of: $0)) }
  }

  /// An item of a list without the sign before it.
  private static func withoutMarker(_ range: Range<Int>, in text: ScalarText) -> Range<Int> {
    guard let marker = ListMarker(in: text.scalars, at: range.lowerBound, limit: range.upperBound) else { return range }
    return marker.end..<range.upperBound
  }

  /// Whether a sign that makes an item stands between the beginning of its line and a sentence.
  private static func isItem(_ range: Range<Int>, in text: ScalarText) -> Bool {
    let line = (text.scalars[..<range.lowerBound].lastIndex(of: "\n") ?? -1) + 1
    guard let start = (line..<range.upperBound).first(where: { !text.scalars[$0].isWhiteSpace }) else { return false }
    return ListMarker(in: text.scalars, at: start, limit: text.count)?.end == range.lowerBound
  }

  private static let mostItems = 12
}

extension Chunk {
  /// Where a stretch of its text stands on the page.
  func evidence(of range: Range<Int>) -> Evidence {
    Evidence(
      file: evidence.file, page: evidence.page, start: evidence.start + range.lowerBound,
      end: evidence.start + range.upperBound)
  }
}

extension String {
  /// With each run of white space as one space: a sentence that is broken over lines, in one.
  package var withFoldedSpaces: String {
    unicodeScalars.split(whereSeparator: \.isWhiteSpace).map { String(Substring($0)) }.joined(separator: " ")
  }
}
