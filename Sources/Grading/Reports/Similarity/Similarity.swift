// Which submissions of one exercise are alike beyond what the exercise makes alike. A hint for a person, no verdict.

struct Similarity: Equatable, Sendable {
  /// Two submissions that share much.
  struct Pair: Equatable, Sendable {
    var first: String
    var second: String
    /// Of the shorter one's fingerprints, from 0 to 1.
    var share: Double
    /// Lines that match, in the first and in the second.
    var matches: [Match]
  }

  struct Match: Equatable, Sendable {
    var first: ClosedRange<Int>
    var second: ClosedRange<Int>
  }

  /// Submissions that are the same but for names, numbers, comments and layout.
  struct Group: Equatable, Sendable {
    var students: [String]
    var tokens: Int
  }

  /// The most alike first.
  var pairs: [Pair] = []
  var groups: [Group] = []

  static let threshold = 0.6
  /// Shorter answers are alike by nature.
  private static let fewestTokens = 30
  private static let fewestShared = 6
  private static let mostPairs = 200
  /// A fingerprint that so many submissions have is the plain way to write it, and no hint. The bound keeps the work
  /// near linear in the number of submissions.
  private static func common(among count: Int) -> Int { min(max(10, count / 20), 60) }

  /// - Parameters:
  ///   - submissions: each student's file, in memory for as long as it is looked at only.
  ///   - starter: the file that everybody was given.
  init(_ submissions: some Sequence<(student: String, source: [UInt8])>, starter: [UInt8]) {
    let given = CodeShape.distinctLines(of: starter)
    // What is the starter's under other names too.
    let starterRuns = Set(Fingerprints.runs(CodeShape(starter)))
    var same: [UInt64: Int] = [:]
    var kinds: [Kind] = []
    for (student, source) in submissions {
      let shape = CodeShape(source, without: given)
      guard shape.tokens.count >= Self.fewestTokens else { continue }
      let whole = shape.tokens.reduce(UInt64(shape.tokens.count)) { CodeShape.hash([$0, $1.hash]) }
      if let index = same[whole] {
        kinds[index].students.append(student)
        continue
      }
      same[whole] = kinds.count
      var fingerprints = Fingerprints(shape)
      fingerprints.remove(starterRuns)
      kinds.append(Kind(students: [student], tokens: shape.tokens.count, fingerprints: fingerprints))
    }
    groups = kinds.filter { $0.students.count > 1 }.map { Group(students: $0.students.sorted(), tokens: $0.tokens) }
      .sorted { ($1.tokens, $0.students[0]) < ($0.tokens, $1.students[0]) }
    pairs = Self.pairs(&kinds)
  }

  /// Submissions of one shape, which count as one.
  private struct Kind {
    var students: [String]
    var tokens: Int
    var fingerprints: Fingerprints
  }

  private static func pairs(_ kinds: inout [Kind]) -> [Pair] {
    var holders: [UInt64: [Int32]] = [:]
    for (index, kind) in kinds.enumerated() {
      for hash in kind.fingerprints.lines.keys { holders[hash, default: []].append(Int32(index)) }
    }
    let limit = common(among: kinds.count)
    let tooCommon = Set(holders.filter { $0.value.count > limit }.keys)
    for index in kinds.indices { kinds[index].fingerprints.remove(tooCommon) }
    var shared: [UInt64: Int32] = [:]
    for (hash, indices) in holders where indices.count > 1 && !tooCommon.contains(hash) {
      for (place, second) in indices.enumerated() {
        for first in indices[..<place] { shared[UInt64(first) << 32 | UInt64(second), default: 0] += 1 }
      }
    }
    let alike = shared.compactMap { key, count -> (first: Int, second: Int, share: Double)? in
      let (first, second) = (Int(key >> 32), Int(key & 0xffff_ffff))
      let fewest = min(kinds[first].fingerprints.lines.count, kinds[second].fingerprints.lines.count)
      let share = Double(count) / Double(max(fewest, 1))
      return count >= fewestShared && share >= threshold ? (first, second, share) : nil
    }
    return alike.sorted { ($1.share, $0.first, $0.second) < ($0.share, $1.first, $1.second) }.prefix(mostPairs).map {
      Pair(
        first: kinds[$0.first].students[0], second: kinds[$0.second].students[0], share: $0.share,
        matches: matches(kinds[$0.first].fingerprints, kinds[$0.second].fingerprints))
    }
  }

  /// Runs of lines that match, put together where they touch in both files.
  private static func matches(_ first: Fingerprints, _ second: Fingerprints) -> [Match] {
    let single = first.lines.compactMap { hash, lines in second.lines[hash].map { Match(first: lines, second: $0) } }
      .sorted { ($0.first.lowerBound, $0.second.lowerBound) < ($1.first.lowerBound, $1.second.lowerBound) }
    var joined: [Match] = []
    for match in single {
      if let last = joined.last, last.first.touches(match.first), last.second.touches(match.second) {
        joined[joined.count - 1] = Match(
          first: last.first.joined(match.first), second: last.second.joined(match.second))
      } else {
        joined.append(match)
      }
    }
    return joined
  }
}

extension ClosedRange<Int> {
  fileprivate func touches(_ other: Self) -> Bool {
    other.lowerBound <= upperBound + 1 && lowerBound <= other.upperBound + 1
  }

  fileprivate func joined(_ other: Self) -> Self {
    Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
  }
}

extension CodeShape {
  /// Of whole numbers, byte by byte.
  fileprivate static func hash(_ numbers: [UInt64]) -> UInt64 {
    hash(numbers.flatMap { number in (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } })
  }
}
