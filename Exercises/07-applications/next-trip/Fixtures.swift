// What both files of probes share.
import Transformers

/// Passengers of one seed, of whom one trip each has been taken out.
struct Port {
  let left: [[Int]]
  let kept: [Int?]
  let descriptions: [String]

  /// - Parameter new: excursions of which no trip is known; if there are any, the trips to be found lead there.
  init(seed: Int, new: Set<Int> = []) {
    let history = ExcursionHistory(world: HarbourLines(seed: 7), seed: seed)
    kept = history.trips.map { trips in new.isEmpty ? trips.last : trips.first { new.contains($0) } }
    left = zip(history.trips, kept).map { trips, kept in trips.filter { $0 != kept && !new.contains($0) } }
    descriptions = history.excursions.map(\.description)
  }

  /// What is recommended to each passenger, five times.
  func lists() -> [[Int]] { recommendations(trips: left, descriptions: descriptions, count: 5) }

  /// Whether each list has five different excursions that there are and that were not made.
  func isSound(_ lists: [[Int]]) -> Bool {
    lists.count == left.count
      && zip(lists, left).allSatisfy { list, made in
        list.count == 5 && Set(list).count == 5
          && list.allSatisfy { descriptions.indices.contains($0) && !made.contains($0) }
      }
  }

  /// The share of the trips taken out that were found; 0 if the lists are not sound.
  func hits(_ lists: [[Int]]) -> Double {
    guard isSound(lists) else { return 0 }
    let asked = zip(lists, kept).filter { $0.1 != nil }
    let found = asked.filter { list, kept in kept.map { list.contains($0) } ?? false }
    return Double(found.count) / Double(asked.count)
  }
}

let newOnes: Set<Int> = [3, 11, 19, 27, 35, 43]
