// A sentence on its way into words: the parts are there, their order is the language's.

/// A word of a sentence and which parts of the meaning it carries. Two words of two languages that share a part are
/// translations of each other.
struct Word: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case subject, subjectAdjective, object, objectAdjective, verb, predicate, tense, negation, question, time, end
  }

  let text: String
  let parts: Set<Part>

  init(_ text: String, _ parts: Part...) {
    self.text = text
    self.parts = Set(parts)
  }

  init(_ text: String, _ parts: Set<Part>) {
    self.text = text
    self.parts = parts
  }

  /// With a capital first letter, as the first word of a sentence. Of a reference to a rule, the rule with capitals.
  var capitalized: Word {
    Word(text.hasPrefix("[") ? "[Capital " + text.dropFirst() : text.capitalizedFirst, parts)
  }
}

/// A sentence whose participants are already put into words, or are references to rules: what both languages order.
struct Clause {
  enum Predicate {
    case verb(Verb, object: [Word])
    case adjective(Adjective)
  }

  let subject: [Word]
  let agreement: Agreement
  let predicate: Predicate
  let tense: Tense
  let isNegative: Bool
  let isQuestion: Bool
  let time: [Word]

  var end: Word { Word(isQuestion ? "?" : ".", .end) }
}
