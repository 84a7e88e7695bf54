// The last touch of a question: a capital letter, a question mark, and "you" seen from the side of who asks.

enum Asking {
  /// "must you show your ticket" → "Must I show my ticket?"
  static func question(_ text: String) -> String {
    let words = inFirstPerson(text.split(whereSeparator: \.isWhitespace).map(String.init))
    let joined = words.joined(separator: " ")
    return joined.prefix(1).uppercased() + joined.dropFirst() + "?"
  }

  static func inFirstPerson(_ words: [String]) -> [String] {
    let subjects: Set<String> = [
      "if", "when", "before", "after", "until", "unless", "where", "that", "which", "and", "as", "because", "while",
      "do", "does", "did",
    ]
    return words.enumerated().map { place, word in
      let before = place > 0 ? words[place - 1].lowercased() : ""
      let behind = place + 1 < words.count ? words[place + 1].lowercased() : ""
      let isSubject = place == 0 || subjects.contains(before) || EnglishWords.auxiliaries.contains(before)
      switch word.lowercased() {
      case "you": return isSubject ? "I" : "me"
      case "your": return "my"
      case "yours": return "mine"
      case "yourself": return "myself"
      case "are" where behind == "you" || before == "you": return "am"
      case "were" where behind == "you" || before == "you": return "was"
      default: return word
      }
    }
  }

  /// Whether a question can be understood by itself.
  static func isPlain(_ question: String) -> Bool {
    let sentence = SentenceWords(Array(question.unicodeScalars))
    let words = sentence.words.map(\.lower)
    let allowed: Set<String> = ["i", "my", "me", "myself", "its", "their", "there"]
    let isStrange = question.contains { "[]{}()|<>\"".contains($0) }
    let pointsSomewhere = words.contains { EnglishWords.pointing.contains($0) && !allowed.contains($0) }
    // "Is there", "there are"; else "there" is a place that was named before.
    let hasThere = words.indices.contains { place in
      words[place] == "there"
        && ![place - 1, place + 1].contains { words.indices.contains($0) && EnglishWords.be.contains(words[$0]) }
    }
    // Two verbs that nothing joins: the sentence was read wrongly.
    let verbs = words.count { EnglishWords.auxiliaries.contains($0) || $0 == "does" || $0 == "did" }
    let isJoined = words.contains {
      ["that", "which", "who", "when", "if", "where", "what", "how", "because"].contains($0) && $0 != words[0]
    }
    return (3...24).contains(words.count) && !isStrange && !pointsSomewhere && !hasThere && (verbs <= 1 || isJoined)
      && hasEnd(words) && !goesOn(words)
  }

  /// Whether the last word can be one: not "and", and "of" only where a verb needs it.
  private static func hasEnd(_ words: [String]) -> Bool {
    guard let last = words.last, words.count > 1 else { return false }
    if last == "of" { return ["consist", "made", "up", "composed"].contains(words[words.count - 2]) }
    return !["and", "or", "but", "only", "the", "a", "an", "that", "if", "when", "up", "not", "also", "than"].contains(
      last)
  }

  /// "Is the card issued by the clerk and has to be renewed": a second verb that was not turned with the first.
  private static func goesOn(_ words: [String]) -> Bool {
    guard let first = words.first, first != "who", !(first == "how" && words[1] == "many") else { return false }
    return zip(words, words.dropFirst()).contains { joint, next in
      ["and", "or", "but"].contains(joint)
        && (EnglishWords.auxiliaries.contains(next) || ["has", "have", "had"].contains(next)
          || EnglishVerbs.forms(of: next).contains { $0.form == .third } && !EnglishVerbs.isBase(next)
            && words.last != next)
    }
  }
}
