import Foundation

/// What passengers told of themselves is not in your prompt. The model has no other memory than this text.
func prompt(for turns: [String], notices: [[String]], room: Int) -> String {
  var question = ""
  var pairs: [[String]] = []
  for (place, turn) in turns.enumerated() where place % 2 == 0 {
    if turn.hasPrefix("My name is ") {
      pairs.append(["What is my name?", String(turn.dropFirst("My name is ".count))])
    }
    if turn.hasSuffix("?") { question = whole(turn, after: question) }
  }
  let fitting = notices.filter { $0[0] == question }
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
