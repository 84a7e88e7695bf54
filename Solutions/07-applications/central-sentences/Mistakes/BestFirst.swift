/// Your summary is in the order of the scores. A reader expects the order of the text.
func centrality(_ likeness: [[Double]], jump: Double, rounds: Int) -> [Double] {
  let count = likeness.count
  let sums = likeness.map { $0.reduce(0, +) }
  var chances = [Double](repeating: 1 / Double(max(1, count)), count: count)
  for _ in 0..<rounds {
    chances = (0..<count).map { to in
      let arrived = (0..<count).map { from -> Double in
        let step = sums[from] > 0 ? likeness[from][to] / sums[from] : 1 / Double(count)
        return chances[from] * step
      }
      return jump / Double(count) + (1 - jump) * arrived.reduce(0, +)
    }
  }
  return chances
}

/// Places of the sentences with the highest scores, in the order of the text, with at most so many words.
func summary(sentences: [String], scores: [Double], words: Int) -> [Int] {
  let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
  var (taken, length) = ([Int](), 0)
  for place in order {
    let count = sentences[place].split(separator: " ").count
    if !taken.isEmpty && length + count > words { continue }
    taken.append(place)
    length += count
  }
  return taken
}
