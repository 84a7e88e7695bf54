// Drawing documents from a grammar, with a seed.

import Glibc

extension Grammar {
  /// One document, drawn from the first rule.
  public func document(using random: inout some RandomNumberGenerator) -> Document {
    var drawing = Drawing(grammar: self)
    drawing.write(.rule(0), using: &random)
    return drawing.document
  }

  /// Documents for ever. The same seed gives the same documents, on every machine and version.
  public func documents(seed: Int) -> DocumentSequence {
    DocumentSequence(grammar: self, random: CorpusRandom(seed: seed))
  }
}

/// Documents of one grammar, for ever. It is its own iterator; a copy goes on as the original would.
public struct DocumentSequence: Sequence, IteratorProtocol, Sendable {
  public let grammar: Grammar
  private var random: CorpusRandom

  init(grammar: Grammar, random: CorpusRandom) {
    self.grammar = grammar
    self.random = random
  }

  public mutating func next() -> Document? { grammar.document(using: &random) }
}

private struct Drawing {
  let grammar: Grammar
  private var tokens: [String] = []
  private var labels: [String: String] = [:]
  private var uses: [Document.Use] = []
  private var logProbability = 0.0

  init(grammar: Grammar) { self.grammar = grammar }

  var document: Document { Document(tokens: tokens, labels: labels, uses: uses, logProbability: logProbability) }

  mutating func write(_ phrase: Phrase, using random: inout some RandomNumberGenerator) {
    switch phrase {
    case .token(let token):
      tokens.append(token)
    case .sequence(let parts):
      for part in parts { write(part, using: &random) }
    case .choice(let branches):
      let branch = choose(branches, using: &random)
      logProbability += log(branch.probability)
      write(branch.phrase, using: &random)
    case .rule(let number):
      let rule = grammar.rules[number]
      let (place, start) = (uses.count, tokens.count)
      uses.append(Document.Use(rule: rule.name, tokens: start..<start))
      labels.merge(rule.labels) { $1 }
      write(grammar.phrases[number], using: &random)
      uses[place] = Document.Use(rule: rule.name, tokens: start..<tokens.count)
    }
  }

  private func choose(_ branches: [Phrase.Branch], using random: inout some RandomNumberGenerator) -> Phrase.Branch {
    var left = random.unit()
    for branch in branches.dropLast() {
      left -= branch.probability
      if left < 0 { return branch }
    }
    return branches[branches.count - 1]
  }
}
