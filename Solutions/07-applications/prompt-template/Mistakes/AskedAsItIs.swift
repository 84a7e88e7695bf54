import Foundation

/// A follow-up question is given to the model as it was said. It has never read such a question, and goes on with
/// whatever ends alike.
func prompt(for turns: [String], notices: [[String]], room: Int) -> String {
  var question = ""
  var pairs: [[String]] = []
  for (place, turn) in turns.enumerated() where place % 2 == 0 {
    if turn.hasPrefix("My name is ") {
      pairs.append(["What is my name?", String(turn.dropFirst("My name is ".count))])
    }
    if turn.hasSuffix("?") { question = turn }
  }
  let fitting = (notices + pairs).filter { $0[0] == question }
  let lines = fitting.map { "Question: \($0[0])\nAnswer: \($0[1])\n" }
  return lines.joined() + "Question: \(question)\nAnswer:"
}

/// The question that a follow-up stands for.
private func whole(_ text: String, after last: String) -> String {
  guard text.hasPrefix("And "), let island = text.dropLast().split(separator: " ").last else { return text }
  let words = last.split(separator: " ").enumerated().map { place, word in
    let isIsland = place > 0 && word.first?.isUppercase == true
    return isIsland ? String(island) + (word.hasSuffix("?") ? "?" : "") : String(word)
  }
  return words.joined(separator: " ")
}
