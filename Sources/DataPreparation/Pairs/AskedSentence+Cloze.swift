// A sentence with a gap, where nothing better can be asked.

extension AskedSentence {
  /// A number, or a name that the sentence does not begin with, is left out of a sentence that stands by itself.
  var cloze: [PairDraft] {
    guard let clause, count <= 25, words.lower(0..<count).allSatisfy({ !EnglishWords.pointing.contains($0) }),
      let gap = number ?? name(behind: clause.verb)
    else { return [] }
    let whole = words.spoken(0..<count)
    let before = gap.lowerBound > 0 ? words.spoken(0..<gap.lowerBound) : ""
    let cut = words.place(gap)
    var behind = String.UnicodeScalarView()
    behind.append(contentsOf: words.scalars[cut.upperBound...])
    guard !whole.isEmpty else { return [] }
    let text = before + " ____" + String(behind)
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return [PairDraft(.cloze, "Which \(number == nil ? "name" : "number") is missing? \(line)", cut)]
  }

  private var number: Range<Int>? {
    let found = words.words.indices.dropFirst().filter {
      words.words[$0].isNumber && !["one", "half"].contains(words.words[$0].lower)
    }
    return found.count == 1 ? found.first.map { $0..<$0 + 1 } : nil
  }

  private func name(behind verb: Int) -> Range<Int>? {
    var names: [Range<Int>] = []
    for place in words.words.indices.dropFirst(verb + 1)
    where words.words[place].isCapitalised && words.words[place].lower != "i" {
      if let last = names.last, last.upperBound == place, words.isUnbroken(last.lowerBound..<place + 1) {
        names[names.count - 1] = last.lowerBound..<place + 1
      } else {
        names.append(place..<place + 1)
      }
    }
    return names.count == 1 && names[0].count >= 2 ? names.first : nil
  }
}
