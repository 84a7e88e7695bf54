// The stem of an English word: Porter's algorithm ("An algorithm for suffix stripping", 1980), step by step.

/// Strips endings: "relational", "relate" and "relating" all give "relat". A stem need not be a word.
enum PorterStem {
  /// - Parameter word: letters a to z.
  static func of(_ word: [UInt8]) -> [UInt8] {
    guard word.count > 2 else { return word }
    var stem = Letters(word)
    stem.plurals()
    stem.pastAndProgressive()
    stem.finalY()
    stem.replaceEnding(of: doubleEndings) { $0 > 0 }
    stem.replaceEnding(of: singleEndings) { $0 > 0 }
    stem.dropEnding()
    stem.finalE()
    return stem.bytes
  }

  /// Step 2.
  private static let doubleEndings = endings(
    "ational ate", "tional tion", "enci ence", "anci ance", "izer ize", "abli able", "alli al", "entli ent", "eli e",
    "ousli ous", "ization ize", "ation ate", "ator ate", "alism al", "iveness ive", "fulness ful", "ousness ous",
    "aliti al", "iviti ive", "biliti ble")
  /// Step 3.
  private static let singleEndings = endings(
    "icate ic", "ative", "alize al", "iciti ic", "ical ic", "ful", "ness")
  /// Step 4. The longest that fits counts, so longer ones stand before those they end with.
  fileprivate static let lastEndings = endings(
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti",
    "ous", "ive", "ize"
  ).map(\.ending)

  fileprivate struct Ending { let ending, instead: [UInt8] }

  private static func endings(_ pairs: String...) -> [Ending] {
    pairs.map { pair in
      let parts = pair.split(separator: " ")
      return Ending(ending: Array(parts[0].utf8), instead: parts.count > 1 ? Array(parts[1].utf8) : [])
    }
  }
}

private struct Letters {
  var bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func ends(_ ending: StaticString) -> Bool {
    bytes.count > ending.utf8CodeUnitCount
      && bytes.suffix(ending.utf8CodeUnitCount).elementsEqual(
        UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount))
  }

  func isVowel(_ index: Int) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
    case UInt8(ascii: "y"): index > 0 && !isVowel(index - 1)
    default: false
    }
  }

  /// Porter's m: how often a run of vowels is followed by one of consonants, in what is left without an ending.
  func measure(without ending: Int) -> Int {
    var (count, wasVowel) = (0, false)
    for index in 0..<bytes.count - ending {
      let vowel = isVowel(index)
      if wasVowel && !vowel { count += 1 }
      wasVowel = vowel
    }
    return count
  }

  func hasVowel(without ending: Int) -> Bool { (0..<bytes.count - ending).contains(where: isVowel) }

  var endsInDouble: Bool {
    bytes.count > 1 && bytes[bytes.count - 1] == bytes[bytes.count - 2] && !isVowel(bytes.count - 1)
  }

  /// Consonant, vowel, consonant, the last not w, x or y: "hop".
  func endsShort(without ending: Int) -> Bool {
    let end = bytes.count - ending
    guard end > 2, !isVowel(end - 3), isVowel(end - 2), !isVowel(end - 1) else { return false }
    return ![UInt8(ascii: "w"), UInt8(ascii: "x"), UInt8(ascii: "y")].contains(bytes[end - 1])
  }

  mutating func drop(_ count: Int) { bytes.removeLast(count) }

  /// Step 1a.
  mutating func plurals() {
    if ends("sses") || ends("ies") { drop(2) } else if ends("s"), !ends("ss") { drop(1) }
  }

  /// Step 1b.
  mutating func pastAndProgressive() {
    if ends("eed") {
      if measure(without: 3) > 0 { drop(1) }
      return
    }
    let ending = ends("ed") ? 2 : ends("ing") ? 3 : 0
    guard ending > 0, hasVowel(without: ending) else { return }
    drop(ending)
    if ends("at") || ends("bl") || ends("iz") {
      bytes.append(UInt8(ascii: "e"))
    } else if endsInDouble, ![UInt8(ascii: "l"), UInt8(ascii: "s"), UInt8(ascii: "z")].contains(bytes[bytes.count - 1])
    {
      drop(1)
    } else if measure(without: 0) == 1, endsShort(without: 0) {
      bytes.append(UInt8(ascii: "e"))
    }
  }

  /// Step 1c.
  mutating func finalY() {
    if ends("y"), hasVowel(without: 1) { bytes[bytes.count - 1] = UInt8(ascii: "i") }
  }

  /// Steps 2 and 3: the first ending that fits, if enough is left before it.
  mutating func replaceEnding(of endings: [PorterStem.Ending], if isLongEnough: (Int) -> Bool) {
    guard
      let found = endings.first(where: {
        bytes.count > $0.ending.count && bytes.suffix($0.ending.count) == $0.ending[...]
      })
    else { return }
    guard isLongEnough(measure(without: found.ending.count)) else { return }
    drop(found.ending.count)
    bytes += found.instead
  }

  /// Step 4.
  mutating func dropEnding() {
    let fitting = PorterStem.lastEndings.filter { bytes.count > $0.count && bytes.suffix($0.count) == $0[...] }
    guard let ending = fitting.max(by: { $0.count < $1.count }), measure(without: ending.count) > 1 else { return }
    if ending == Array("ion".utf8) {
      let before = bytes[bytes.count - 4]
      guard before == UInt8(ascii: "s") || before == UInt8(ascii: "t") else { return }
    }
    drop(ending.count)
  }

  /// Step 5.
  mutating func finalE() {
    if ends("e") {
      let measure = measure(without: 1)
      if measure > 1 || measure == 1 && !endsShort(without: 1) { drop(1) }
    }
    if ends("ll"), measure(without: 0) > 1 { drop(1) }
  }
}
