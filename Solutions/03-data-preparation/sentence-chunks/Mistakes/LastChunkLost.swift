/// The last sentences are missing. What happens to the chunk that is being filled when the text is over?
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
  return chunks
}

func length(_ sentences: [String]) -> Int { sentences.reduce(0) { $0 + $1.count } }

/// The last sentences of a chunk with at most `overlap` characters, but not all.
func repeated(_ chunk: [String], _ overlap: Int) -> [String] {
  var start = chunk.count
  while start > 1, length(Array(chunk[(start - 1)...])) <= overlap { start -= 1 }
  return Array(chunk[start...])
}
