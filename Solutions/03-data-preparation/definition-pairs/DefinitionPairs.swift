// Questions from definitions, with the place of their answers.

/// The question that a sentence answers and the answer; empty if it is no definition.
func definition(in sentence: String) -> [String] {
  guard sentence.last == "." else { return [] }
  var words = sentence.dropLast().split(separator: " ").map(String.init)
  guard let verb = words.firstIndex(of: "is"), (1...4).contains(verb), verb + 2 < words.count,
    ["a", "an", "the"].contains(words[verb + 1]),
    !["It", "This", "That", "There", "He", "She", "What"].contains(words[0]),
    !words[..<verb].contains(where: { $0.contains(",") })
  else { return [] }
  if ["A", "An", "The"].contains(words[0]) { words[0] = words[0].lowercased() }
  return ["What is \(words[..<verb].joined(separator: " "))?", words[(verb + 1)...].joined(separator: " ")]
}

/// Where an answer stands on a page: from which character to which, counted from 0; empty if it is not there.
func place(of answer: String, in sentence: String, of page: String) -> [Int] {
  guard let start = first(sentence, in: page), let offset = first(answer, in: sentence) else { return [] }
  return [start + offset, start + offset + answer.count]
}

/// The character where a text first stands in another.
func first(_ text: String, in whole: String) -> Int? {
  let (text, whole) = (Array(text), Array(whole))
  guard !text.isEmpty, text.count <= whole.count else { return nil }
  return (0...whole.count - text.count).first { whole[$0..<$0 + text.count].elementsEqual(text) }
}
