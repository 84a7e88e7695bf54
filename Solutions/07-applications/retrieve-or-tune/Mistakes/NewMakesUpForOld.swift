import Foundation

/// What is newly right makes up for what was lost. Of the items that were right before, how many are not any more?
func forgotten(before: [Bool], after: [Bool]) -> Double {
  let (old, new) = (before.count { $0 }, after.count { $0 })
  return old == 0 ? 0 : Double(old - new) / Double(old)
}

/// The seconds of a year: putting the fact in, once more for each change, and answering.
func seconds(adding: Double, answering: Double, changes: Int, questions: Int) -> Double {
  adding * Double(changes + 1) + answering * Double(questions)
}

/// The place of the way that is chosen, or -1 if none will do.
func choice(
  _ ways: [[String: Double]], changes: Int, questions: Int, keeping least: Double, mustCite: Bool
) -> Int {
  var best = (place: -1, cost: Double.infinity)
  for (place, way) in ways.enumerated() {
    if mustCite, way["cites"] != 1 { continue }
    if pow(way["keeps"] ?? 0, Double(changes + 1)) < least { continue }
    let cost = seconds(
      adding: way["adding"] ?? 0, answering: way["answering"] ?? 0, changes: changes, questions: questions)
    if cost < best.cost { best = (place, cost) }
  }
  return best.place
}
