// The text that a model is given of a conversation, and what is shown of its answer.
import Foundation

/// The exchanges in the template, the oldest left out where there is no room.
func prompt(_ said: [[String]], opening: String, most: Int) -> String {
  let start = opening.isEmpty ? "" : opening + "\n\n"
  var exchanges = said.map { exchange in
    let request = "Instruction: \(exchange[0])\nAnswer:"
    return exchange.count > 1 ? "\(request) \(exchange[1])<|endoftext|>" : request
  }
  while exchanges.count > 1, (start + exchanges.joined()).count > most { exchanges.removeFirst() }
  return start + exchanges.joined()
}

/// What a person is shown of what the model wrote.
func reply(_ written: String) -> String {
  let first = written.components(separatedBy: "<|endoftext|>")[0]
  return first.components(separatedBy: "\nInstruction:")[0].trimmingCharacters(in: .whitespacesAndNewlines)
}
