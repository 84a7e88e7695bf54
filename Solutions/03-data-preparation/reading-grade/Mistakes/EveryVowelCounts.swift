/// You count vowels, not groups of them: the "ua" of "quay" is spoken in one.
func syllables(in word: String) -> Int {
  let letters = Array(word.lowercased())
  let isVowel = letters.map { "aeiouy".contains($0) }
  var count = letters.indices.count { isVowel[$0] }
  let last = letters.count - 1
  if last > 0, letters[last] == "e", !isVowel[last - 1] {
    let isSpoken = last > 1 && letters[last - 1] == "l" && !isVowel[last - 2]
    if !isSpoken { count -= 1 }
  }
  return max(1, count)
}

/// The school grade in which one can read a text; 0 if it has no words.
func grade(_ text: String) -> Double {
  let sentences = text.split { ".!?".contains($0) }.map(words).filter { !$0.isEmpty }
  let all = sentences.flatMap { $0 }
  guard !all.isEmpty else { return 0 }
  let spoken = all.reduce(0) { $0 + syllables(in: $1) }
  return 0.39 * Double(all.count) / Double(sentences.count) + 11.8 * Double(spoken) / Double(all.count) - 15.59
}

func words(_ text: Substring) -> [String] {
  text.split { !$0.isLetter && $0 != "'" }.map(String.init).filter { $0.contains(where: \.isLetter) }
}
