// The known name that a misspelt one was most likely meant to be; the only place that measures how far names are apart.

package enum NearestName {
  /// Longer names are compared by so many characters of theirs.
  private static let longest = 64

  /// The nearest of the known names: one that was begun and not ended, else that which is least apart; of equally near
  /// ones that which begins most alike. nil if none is known.
  package static func of(_ name: String, among known: some Sequence<String>) -> String? {
    let known = Array(known)
    let begun = known.filter { name.count >= 3 && $0.lowercased().hasPrefix(name.lowercased()) }
    if let shortest = begun.min(by: { $0.count < $1.count }) { return shortest }
    return known.min { (distance(name, $0), -sharedPrefix(name, $0)) < (distance(name, $1), -sharedPrefix(name, $1)) }
  }

  private static func sharedPrefix(_ a: String, _ b: String) -> Int {
    zip(a.lowercased(), b.lowercased()).prefix { $0 == $1 }.count
  }

  /// How many characters must be typed anew, left out, added or swapped with their neighbour, whatever their case.
  package static func distance(_ a: String, _ b: String) -> Int {
    let a = Array(a.lowercased().prefix(longest))
    let b = Array(b.lowercased().prefix(longest))
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
        row.append(best)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
