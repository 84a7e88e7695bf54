import Foundation

/// Every word of a description counts the same, also those that stand in all of them. Words that are everywhere tell
/// nothing apart.
func recommendations(trips: [[Int]], descriptions: [String], count: Int) -> [[Int]] {
  let number = descriptions.count
  // How often two excursions were made by one passenger, and how often each was made.
  var together = [[Double]](repeating: [Double](repeating: 0, count: number), count: number)
  var made = [Double](repeating: 0, count: number)
  for own in trips {
    for a in own {
      made[a] += 1
      for b in own where a != b { together[a][b] += 1 }
    }
  }
  // How many telling words two descriptions share.
  let words = descriptions.map { Set($0.lowercased().split { !$0.isLetter }.map(String.init)) }
  var frequency: [String: Double] = [:]
  for word in words.joined() { frequency[word, default: 0] += 1 }
  let alike = words.map { a in
    words.map { b in a.intersection(b).reduce(0.0) { $0 + 1 + 0 * (frequency[$1] ?? 1) } }
  }
  return trips.map { own in
    let scores = (0..<number).map { place -> Double in
      let others = own.reduce(0.0) { $0 + together[$1][place] / ((made[$1] + 5) * (made[place] + 5)).squareRoot() }
      let texts = own.reduce(0.0) { $0 + alike[$1][place] }
      // What hardly anybody has made is judged by what is written of it.
      let trust = 0.2
      return (others + trust * texts) / Double(max(1, own.count)) + 1e-4 * made[place]
    }
    let open = scores.indices.filter { !own.contains($0) }
    return Array(open.sorted { (scores[$1], $0) < (scores[$0], $1) }.prefix(count))
  }
}
