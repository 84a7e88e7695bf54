// What can be said exactly about the text of a grammar: entropy, lengths, and any sum over tokens.

import Glibc

extension Grammar {
  /// Nats per token: the lowest loss that a model of next tokens can have on this text, whatever its size.
  ///
  /// Documents are drawn independently and end in a way that can be seen, so by the renewal theorem the entropy of the
  /// endless text is the entropy of one document divided by the mean number of its tokens. A document's entropy is that
  /// of the choices which wrote it, provided no text can be written in two ways (`ambiguousText()` shows one if there
  /// is); otherwise this is an upper bound. The bound is for a reader who has read from the start of a document: one who
  /// starts in its middle, or forgets, does worse.
  public var entropyPerToken: Double { entropyPerDocument / tokensPerDocument }

  /// `entropyPerToken`, in bits.
  public var bitsPerToken: Double { entropyPerToken / log(2) }

  /// Bits per byte of the text in UTF-8. The bits are the text's, whatever it is cut into: characters or the pieces of
  /// a byte-pair tokenizer share the same sum.
  public var bitsPerByte: Double {
    entropyPerDocument / log(2) / meanPerDocument { Double(WordTokens.byteCount($0)) }
  }

  /// Nats.
  public var entropyPerDocument: Double { entropies()[0] }

  public var tokensPerDocument: Double { meanPerDocument { _ in 1 } }

  /// The mean, over documents, of the sum of a measure over a document's tokens.
  ///
  /// With the number of pieces that a tokenizer cuts a token into as the measure, `entropyPerDocument` divided by this
  /// is the entropy per piece, exactly, for every tokenizer that cuts one word without looking at the next.
  public func meanPerDocument(of measure: (String) -> Double) -> Double {
    expectations(token: measure, choice: { _ in 0 })[0]
  }

  /// For each rule the nats of what is written for it, everything inside included.
  public var ruleEntropies: [String: Double] {
    Dictionary(uniqueKeysWithValues: zip(rules.map(\.name), entropies()))
  }

  private func entropies() -> [Double] {
    expectations(token: { _ in 0 }, choice: { $0.reduce(0) { $0 - $1.probability * log($1.probability) } })
  }

  /// For each rule the mean of a sum over everything that happens while it is written: each token said, each choice met.
  private func expectations(token: (String) -> Double, choice: ([Phrase.Branch]) -> Double) -> [Double] {
    var means = [Double](repeating: 0, count: phrases.count)
    func mean(_ phrase: Phrase) -> Double {
      switch phrase {
      case .token(let text): token(text)
      case .rule(let rule): means[rule]
      case .sequence(let parts): parts.reduce(0) { $0 + mean($1) }
      case .choice(let branches): branches.reduce(choice(branches)) { $0 + $1.probability * mean($1.phrase) }
      }
    }
    for group in groups {
      // Rules that lead back to themselves: each round leaves out less by a factor, until only rounding is left.
      var isSettled = false
      while !isSettled {
        isSettled = true
        for rule in group.rules {
          let value = mean(phrases[rule])
          if group.isRecursive, abs(value - means[rule]) > 1e-15 * abs(value) { isSettled = false }
          means[rule] = value
        }
      }
    }
    return means
  }
}
