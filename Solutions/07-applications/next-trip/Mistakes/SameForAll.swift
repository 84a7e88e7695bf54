import Foundation

/// Everybody is told what most have done. That is the baseline. What do the passenger's own trips say?
func recommendations(trips: [[Int]], descriptions: [String], count: Int) -> [[Int]] {
  var made = [Int](repeating: 0, count: descriptions.count)
  for trip in trips.joined() { made[trip] += 1 }
  return trips.map { own in
    let open = made.indices.filter { !own.contains($0) }
    return Array(open.sorted { (made[$1], $0) < (made[$0], $1) }.prefix(count))
  }
}
