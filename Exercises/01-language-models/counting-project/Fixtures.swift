// What both files of probes share.

/// What is read, what is asked, and what came next.
struct Examination {
  var training: [[Int]]
  var contexts: [[Int]] = []
  var answers: [Int] = []
  var vocabularySize: Int

  /// - Parameter corpus: its documents become numbers; each asked one is cut off at a random place.
  init(_ corpus: Corpus, seed: Int) {
    let documents = corpus.documents(.training, seed: seed).prefix(800).map { ["\n\n"] + $0.tokens }
    let asked = corpus.documents(.heldOut, seed: seed).prefix(400).map { ["\n\n"] + $0.tokens }
    let vocabulary = Set(documents.joined()).union(asked.joined()).sorted()
    let ids = Dictionary(uniqueKeysWithValues: vocabulary.enumerated().map { ($1, $0) })
    func encode(_ words: [String]) -> [Int] { words.map { ids[$0] ?? 0 } }
    training = documents.map(encode)
    vocabularySize = vocabulary.count
    var random = SeededRandom(seed: seed)
    for text in asked.map(encode) {
      let place = 1 + Int(random.next() % UInt64(text.count - 1))
      contexts.append(Array(text[..<place]))
      answers.append(text[place])
    }
  }
}

func timetables(company: Int) -> Examination { Examination(HarbourLines(seed: company).timetables, seed: company) }

/// Of each row the probability of what came next; then how far a row's sum is from 1 at most, and the smallest number of
/// all. Whole rows would make the learners' copy of this exercise too large. Empty if the shapes are wrong.
func ask(_ examination: Examination) -> [Float] {
  let (contexts, size) = (examination.contexts, examination.vocabularySize)
  let rows = predictions(after: contexts, training: examination.training, vocabularySize: size)
  guard rows.count == contexts.count, rows.allSatisfy({ $0.count == size }) else { return [] }
  let errors = rows.map { row in abs(row.reduce(0, +) - 1) }
  let smallest = rows.map { row in row.min() ?? 0 }
  return zip(rows, examination.answers).map { $0[$1] } + [errors.max() ?? 0, smallest.min() ?? 0]
}

func isSound(_ evidence: [Float], _ examination: Examination) -> Bool {
  evidence.count == examination.contexts.count + 2 && evidence[evidence.count - 2] < 1e-3
    && evidence[evidence.count - 1] > 0 && evidence.allSatisfy { $0 >= 0 && $0 <= 1 }
}

/// Infinity if a row is no distribution.
func perplexity(of evidence: [Float], _ examination: Examination) -> Double {
  guard isSound(evidence, examination) else { return .infinity }
  let loss = Tensor(Array(evidence.dropLast(2))).log().mean() * -1
  return Double(loss.exp().item())
}
