import Foundation

/// The opening is written, but not counted, so the text is longer than it may be.
func prompt(_ said: [[String]], opening: String, most: Int) -> String {
  let start = opening.isEmpty ? "" : opening + "\n\n"
  var exchanges = said.map { exchange in
    let request = "Instruction: \(exchange[0])\nAnswer:"
    return exchange.count > 1 ? "\(request) \(exchange[1])<|endoftext|>" : request
  }
  while exchanges.count > 1, exchanges.joined().count > most { exchanges.removeFirst() }
  return start + exchanges.joined()
}

/// What a person is shown of what the model wrote.
func reply(_ written: String) -> String {
  let first = written.components(separatedBy: "<|endoftext|>")[0]
  return first.components(separatedBy: "\nInstruction:")[0].trimmingCharacters(in: .whitespacesAndNewlines)
}
