/// You repeat one sentence, whatever its length. The overlap counts characters: it may be several sentences, or none.
func chunks(of sentences: [String], size: Int, overlap: Int) -> [[String]] {
  var chunks: [[String]] = []
  var chunk: [String] = []
  for sentence in sentences {
    if !chunk.isEmpty, length(chunk) + sentence.count > size {
      chunks.append(chunk)
      chunk = repeated(chunk, overlap)
      while !chunk.isEmpty, length(chunk) + sentence.count > size { chunk.removeFirst() }
    }
    chunk.append(sentence)
  }
  return chunk.isEmpty ? chunks : chunks + [chunk]
}

func length(_ sentences: [String]) -> Int { sentences.reduce(0) { $0 + $1.count } }

/// The last sentences of a chunk with at most `overlap` characters, but not all.
func repeated(_ chunk: [String], _ overlap: Int) -> [String] {
  overlap > 0 && chunk.count > 1 ? [chunk[chunk.count - 1]] : []
}
