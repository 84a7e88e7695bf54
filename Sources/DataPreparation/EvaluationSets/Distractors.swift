// Wrong answers that might be right: answers of the same sort to other questions about the same documents.

/// What sort of thing an answer is. Two of the same type can stand for each other: both a number of minutes, both a
/// person with a name.
struct AnswerType: Hashable {
  private let pattern: PairPattern
  /// What stands before a number, and its unit; "name" for names; "clause" for "when …"; empty for all others.
  private let sort: String

  init(_ row: TrainingRow, _ pattern: PairPattern) {
    self.pattern = pattern
    let words = SentenceWords(Array(row.answer.unicodeScalars)).words
    if let first = words.first, words.contains(where: \.isNumber) {
      // "Within six minutes" is no answer to how long a crossing takes.
      let opening = EnglishWords.prepositions.contains(first.lower) ? first.lower + " " : ""
      sort = opening + (words.last.map { $0.isNumber ? "number" : ContentWords.stem($0.lower) } ?? "")
    } else if let first = words.first?.lower, ["when", "if", "because"].contains(first) {
      sort = "clause"
    } else {
      sort = words.allSatisfy(\.isCapitalised) ? "name" : ""
    }
  }
}

struct Distractors {
  private var answers: [AnswerType: [String]] = [:]

  init(_ rows: [TrainingRow]) {
    for row in rows {
      guard let pattern = row.pattern, ![.permission, .cloze, .heading].contains(pattern) else { continue }
      answers[AnswerType(row, pattern), default: []].append(Self.spoken(row.answer))
    }
  }

  /// As it stands among choices: in one line, and without the capital letter of a sentence's first word, which would
  /// tell it from others.
  static func spoken(_ answer: String) -> String {
    let words = answer.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first else { return "" }
    let lower = first.lowercased()
    let isCommon = EnglishWords.determiners.contains(lower) || EnglishWords.numbers.contains(lower)
    return ([isCommon ? lower : first] + words.dropFirst()).joined(separator: " ")
  }

  /// Answers to other questions of the same type that are not a part of this one's, nor the other way round; as many as
  /// asked for, or fewer.
  func wrong(_ count: Int, for row: TrainingRow, seed: Int) -> [String] {
    guard let pattern = row.pattern else { return [] }
    var taken = [Self.spoken(row.answer).lowercased()]
    var found: [String] = []
    let all = SeededOrder.shuffled(answers[AnswerType(row, pattern)] ?? [], seed: seed) { row.instruction + "\n" + $0 }
    // A choice that is three times as long as the others gives itself away.
    let length = taken[0].count
    for answer in all where found.count < count {
      let lower = answer.lowercased()
      guard !taken.contains(where: { $0.contains(lower) || lower.contains($0) }),
        max(length, answer.count) <= 3 * min(length, answer.count) + 8
      else { continue }
      found.append(answer)
      taken.append(lower)
    }
    return found
  }
}

/// Rows for preference losses: beside each answer one that was given to another question.
public enum PreferenceRows {
  /// Rows with a `rejected` answer of the same type, from the same rows; those for which there is none stay out.
  public static func make(from rows: [TrainingRow], seed: Int = 0) -> [TrainingRow] {
    let distractors = Distractors(rows)
    return rows.compactMap { row in
      guard let wrong = distractors.wrong(1, for: row, seed: seed).first else { return nil }
      var row = row
      row.columns = (row.columns ?? [:]).merging(["rejected": wrong]) { $1 }
      return row
    }
  }
}
