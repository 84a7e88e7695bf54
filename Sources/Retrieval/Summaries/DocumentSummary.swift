// What documents say, in few of their own sentences.
import DocumentReading
internal import Foundation

/// Sentences of documents that say most of what the others say, each with where it stands.
public struct DocumentSummary: Sendable {
  /// In reading order.
  public let sentences: [DocumentAnswer.Citation]
  /// How many sentences and words there were to choose from.
  public let sentencesRead: Int
  public let wordsRead: Int

  public var words: Int { sentences.reduce(0) { $0 + SentenceSalience.wordCount($1.sentence) } }
}

extension DocumentDatabase {
  /// Sentences that each chunk gives to the choice.
  private static let sentencesOfChunk = 2
  /// How much a sentence counts for being unlike those before it.
  private static let diversity = 0.4
  /// Of a large collection only so many of the best sentences are compared with each other.
  private static let mostCompared = 400

  /// Summarises documents: each chunk gives its best sentences (map), and of these the best that differ from each other
  /// are chosen until the length is reached (reduce). A sentence is good if the document's telling words are in it.
  ///
  /// - Parameters:
  ///   - files: paths, names, or folders of documents; nil for all.
  ///   - words: the length. At least one sentence is given, the last one fits whole.
  public func summary(of files: [String]? = nil, words: Int) throws -> DocumentSummary {
    let chosen = try documents(named: files)
    var candidates: [(citation: DocumentAnswer.Citation, score: Double, terms: Set<String>, place: Int)] = []
    var (sentencesRead, wordsRead) = (0, 0)
    for document in chosen {
      let sentences = try citableSentences(of: document)
      let salience = SentenceSalience(of: sentences.map(\.citation.sentence))
      sentencesRead += sentences.count
      var byChunk: [Int: [Int]] = [:]
      for (index, sentence) in sentences.enumerated() {
        wordsRead += SentenceSalience.wordCount(sentence.citation.sentence)
        byChunk[sentence.chunk, default: []].append(index)
      }
      for chunk in byChunk.keys.sorted() {
        let best = (byChunk[chunk] ?? []).filter { salience.scores[$0] > 0 }
          .sorted { (salience.scores[$1], $0) < (salience.scores[$0], $1) }
        for index in best.prefix(Self.sentencesOfChunk) {
          candidates.append(
            (sentences[index].citation, salience.scores[index], salience.terms[index], candidates.count))
        }
      }
      // Memory stays flat in the number of documents.
      if candidates.count > 4 * Self.mostCompared { candidates = Self.best(candidates) }
    }
    candidates = Self.best(candidates)
    let order = Diversity.order(candidates.map(\.score), count: candidates.count, diversity: Self.diversity) { a, b in
      let (left, right) = (candidates[a].terms, candidates[b].terms)
      let all = left.union(right).count
      return all == 0 ? 0 : Double(left.intersection(right).count) / Double(all)
    }
    var (taken, length) = ([Int](), 0)
    for index in order {
      let count = SentenceSalience.wordCount(candidates[index].citation.sentence)
      guard taken.isEmpty || length + count <= words else { continue }
      taken.append(index)
      length += count
    }
    return DocumentSummary(
      sentences: taken.sorted { candidates[$0].place < candidates[$1].place }.map { candidates[$0].citation },
      sentencesRead: sentencesRead, wordsRead: wordsRead)
  }

  private static func best<Candidate>(
    _ candidates: [(citation: Candidate, score: Double, terms: Set<String>, place: Int)]
  ) -> [(citation: Candidate, score: Double, terms: Set<String>, place: Int)] {
    Array(candidates.sorted { ($1.score, $0.place) < ($0.score, $1.place) }.prefix(mostCompared))
  }

  /// Documents by path, name or folder; all of them for nil.
  func documents(named files: [String]?) throws -> [StoredDocument] {
    let all = try documents()
    guard let files else { return all }
    var found: [StoredDocument] = []
    for file in files {
      let meant = all.filter { $0.isMeant(by: file) || $0.file.split(separator: "/").last.map(String.init) == file }
      guard !meant.isEmpty else {
        throw error(.noDocument(file, nearest: try nearestDocument(to: file)))
      }
      found += meant.filter { document in !found.contains { $0.id == document.id } }
    }
    return found
  }

  /// A document's sentences without its headings, each once, and the number of the chunk that it stands in first.
  func citableSentences(of document: StoredDocument) throws -> [(citation: DocumentAnswer.Citation, chunk: Int)] {
    var end = (page: 0, place: 0)
    var sentences: [(citation: DocumentAnswer.Citation, chunk: Int)] = []
    for (number, chunk) in try chunks(of: document).enumerated() {
      let text = ScalarText(chunk.text)
      let titles = Set(chunk.headings)
      for range in chunk.sentences {
        let evidence = chunk.evidence(of: range)
        // Chunks overlap: what stood in the one before has been given.
        guard (end.page, end.place) <= (evidence.page, evidence.start) else { continue }
        end = (evidence.page, evidence.end)
        let sentence = text[range].withFoldedSpaces
        if !titles.contains(sentence) {
          sentences.append((DocumentAnswer.Citation(sentence: sentence, evidence: evidence), number))
        }
      }
    }
    return sentences
  }
}

/// How much of a text's matter each of its sentences holds.
struct SentenceSalience {
  let terms: [Set<String>]
  /// 0 for what is no sentence: a title, a row of numbers, a question.
  let scores: [Double]

  private static let fewestWords = 6
  private static let mostWords = 60

  /// The mean weight of a sentence's telling words, where a word weighs as it is frequent in the text (Nenkova and
  /// Vanderwende, SumBasic, 2005), damped by the logarithm.
  init(of sentences: [String]) {
    let found = sentences.map { Set(WordTerms.terms(in: $0).map(\.term).filter { !StopWords.stems.contains($0) }) }
    var counts: [String: Int] = [:]
    for terms in found { for term in terms { counts[term, default: 0] += 1 } }
    terms = found
    scores = zip(sentences, found).map { sentence, terms in
      let words = Self.wordCount(sentence)
      guard (Self.fewestWords...Self.mostWords).contains(words), ".!”\"".contains(sentence.last ?? " "), !terms.isEmpty
      else { return 0 }
      // In the order of the alphabet, so that the sum is the same each time.
      let sum = terms.sorted().reduce(0) { $0 + log(1 + Double(counts[$1] ?? 0)) }
      return sum / Double(terms.count)
    }
  }

  static func wordCount(_ text: String) -> Int { text.split(whereSeparator: \.isWhitespace).count }
}
