import Foundation

/// What is kept is kept of what was left: after the second time nine tenths of nine tenths. How often is the model
/// taught?
func forgotten(before: [Bool], after: [Bool]) -> Double {
  let known = zip(before, after).filter { $0.0 }
  return known.isEmpty ? 0 : Double(known.count { !$0.1 }) / Double(known.count)
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
    if (way["keeps"] ?? 0) < least { continue }
    let cost = seconds(
      adding: way["adding"] ?? 0, answering: way["answering"] ?? 0, changes: changes, questions: questions)
    if cost < best.cost { best = (place, cost) }
  }
  return best.place
}
