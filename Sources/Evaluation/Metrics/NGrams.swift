// Runs of n tokens, as numbers: which of two texts has which, and how many both have.

/// Gives each run of tokens a number, the same for the same run.
///
/// A run of n is the number of its first n − 1 and that of its last, so that none is ever spelled out.
struct NGrams<Token: Hashable> {
  private var tokens: [Token: UInt64] = [:]
  private var runs: [UInt64: UInt64] = [:]

  /// For each order from 1 to `order` the numbers of the runs of a text, in their places.
  mutating func numbers(of text: [Token], upTo order: Int) -> [[UInt64]] {
    let single = text.map { token in
      let number = tokens[token] ?? UInt64(tokens.count)
      tokens[token] = number
      return number
    }
    var all = [single]
    while all.count < order {
      // A run of two or more begins where one shorter does, and ends a token later.
      let shorter = all[all.count - 1].dropLast()
      all.append(
        zip(shorter, single.dropFirst(all.count)).map { run, last in
          // Orders do not share numbers: nobody compares runs of different lengths.
          let key = run << 32 | last
          let number = runs[key] ?? UInt64(runs.count)
          runs[key] = number
          return number
        })
    }
    return all
  }
}

extension NGrams {
  /// How many elements of the first are matched by one of the second, each of them once.
  static func overlap(_ first: [Token], _ second: [Token]) -> Int {
    var left = second.reduce(into: [Token: Int]()) { $0[$1, default: 0] += 1 }
    return first.count { token in
      guard let count = left[token], count > 0 else { return false }
      left[token] = count - 1
      return true
    }
  }
}
