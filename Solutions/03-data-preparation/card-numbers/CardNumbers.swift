// Card numbers in a text.

/// Whether digits can be the number of a card, by the formula of Luhn.
func isCard(_ digits: [Int]) -> Bool {
  guard (12...19).contains(digits.count) else { return false }
  let sum = digits.reversed().enumerated().reduce(0) { sum, entry in
    let value = entry.offset % 2 == 1 ? entry.element * 2 : entry.element
    return sum + value / 10 + value % 10
  }
  return sum % 10 == 0
}

/// A text in which each card number is replaced by [card].
func masked(_ text: String) -> String {
  let characters = Array(text)
  var result = ""
  var place = 0
  while place < characters.count {
    guard digit(characters[place]) != nil else {
      result.append(characters[place])
      place += 1
      continue
    }
    let end = endOfRun(from: place, in: characters)
    let run = characters[place..<end]
    result += isCard(run.compactMap(digit)) ? "[card]" : String(run)
    place = end
  }
  return result
}

func digit(_ character: Character) -> Int? {
  "0"..."9" ~= character ? character.wholeNumberValue : nil
}

/// Behind the last digit of the run that begins at a place.
func endOfRun(from start: Int, in characters: [Character]) -> Int {
  var end = start + 1
  while end < characters.count {
    if digit(characters[end]) != nil {
      end += 1
    } else if " -".contains(characters[end]), end + 1 < characters.count, digit(characters[end + 1]) != nil {
      end += 2
    } else {
      break
    }
  }
  return end
}
