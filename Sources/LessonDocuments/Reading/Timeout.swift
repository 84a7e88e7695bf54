// A time limit as authors write it, in the front matter and on a step.

package enum Timeout {
  package static let form = "a number of seconds above 0, at most 86400"

  package static func seconds(_ text: String) -> Double? {
    guard let seconds = Double(text), seconds > 0, seconds <= 86_400 else { return nil }
    return seconds
  }
}
