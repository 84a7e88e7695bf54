// Writing texts token by token.

import Tensors

extension GenerationSettings {
  /// Goes on with texts, each by itself, until it ends with a stop sequence or has `count` new tokens.
  ///
  /// - Parameters:
  ///   - prompts: what each text begins with; at least one token each.
  ///   - texts: empty so far.
  ///   - onToken: called with each new token.
  /// - Returns: the new tokens of each text.
  func write(
    from prompts: [[Int]], in texts: some GrowingTexts, onToken: (GeneratedToken) throws -> Void
  ) throws -> [[Int]] {
    var texts = texts
    var written = prompts.map { _ in [Int]() }
    var seen = prompts.map { Set($0) }
    var randoms = prompts.indices.map { SeededRandom(seed: seed &+ $0) }
    // The texts that are not finished.
    var open = Array(prompts.indices)
    var newTokens = prompts

    for place in 0..<count {
      let logits = try texts.read(newTokens)
      newTokens = []
      var goOn: [Int] = []
      for (row, text) in open.enumerated() {
        let logits = logits[row].penalizing(seen[text], by: repetitionPenalty)
        try logits.checkFinite(sequence: text, place: place)
        let id = sampling.choose(from: logits, using: &randoms[text])
        written[text].append(id)
        try onToken(GeneratedToken(sequence: text, place: place, id: id, logits: logits))
        if written[text].ends(with: stops) { continue }
        seen[text].insert(id)
        newTokens.append([id])
        goOn.append(row)
      }
      if goOn.isEmpty { break }
      if goOn.count < open.count { texts.select(goOn) }
      open = goOn.map { open[$0] }
    }
    return written
  }
}
