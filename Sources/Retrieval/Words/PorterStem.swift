// The stem of an English word: Porter's algorithm ("An algorithm for suffix stripping", 1980), step by step.

/// Strips endings: "relational", "relate" and "relating" all give "relat". A stem need not be a word.
package enum PorterStem {
  package enum Variant: Sendable {
    /// As published.
    case original
    /// With Porter's later changes and those of the Natural Language Toolkit, whose stems ROUGE is reported with.
    case extended
  }

  /// - Parameter word: letters a to z; digits count as consonants.
  package static func of(_ word: [UInt8], _ variant: Variant = .original) -> [UInt8] {
    guard word.count > 2 else { return word }
    if variant == .extended, let stem = irregular[word] { return stem }
    var stem = Letters(word, isExtended: variant == .extended)
    stem.plurals()
    stem.pastAndProgressive()
    stem.finalY()
    stem.doubleEnding()
    stem.replaceEnding(of: singleEndings)
    stem.dropEnding()
    stem.finalE()
    return stem.bytes
  }

  /// Of the extended variant.
  private static let irregular: [[UInt8]: [UInt8]] = [
    "sky": "sky", "skies": "sky", "dying": "die", "lying": "lie", "tying": "tie", "news": "news", "inning": "inning",
    "innings": "inning", "outing": "outing", "outings": "outing", "canning": "canning", "cannings": "canning",
    "howe": "howe", "proceed": "proceed", "exceed": "exceed", "succeed": "succeed",
  ].reduce(into: [:]) { $0[Array($1.key.utf8)] = Array($1.value.utf8) }

  /// Step 2.
  fileprivate static let doubleEndings = endings(
    "ational ate", "tional tion", "enci ence", "anci ance", "izer ize", "abli able", "alli al", "entli ent", "eli e",
    "ousli ous", "ization ize", "ation ate", "ator ate", "alism al", "iveness ive", "fulness ful", "ousness ous",
    "aliti al", "iviti ive", "biliti ble")
  /// "bli" takes the place of "abli".
  fileprivate static let extendedDoubleEndings =
    doubleEndings.map { $0.ending == Array("abli".utf8) ? endings("bli ble")[0] : $0 } + endings("fulli ful")
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
  let isExtended: Bool

  init(_ bytes: [UInt8], isExtended: Bool) { (self.bytes, self.isExtended) = (bytes, isExtended) }

  func ends(_ ending: StaticString) -> Bool {
    bytes.count >= ending.utf8CodeUnitCount
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
    if isExtended, end == 2 { return isVowel(0) && !isVowel(1) }
    guard end > 2, !isVowel(end - 3), isVowel(end - 2), !isVowel(end - 1) else { return false }
    return ![UInt8(ascii: "w"), UInt8(ascii: "x"), UInt8(ascii: "y")].contains(bytes[end - 1])
  }

  mutating func drop(_ count: Int) { bytes.removeLast(count) }

  /// Step 1a.
  mutating func plurals() {
    if isExtended, bytes.count == 4, ends("ies") { return drop(1) }
    if ends("sses") || ends("ies") { drop(2) } else if ends("s"), !ends("ss") { drop(1) }
  }

  /// Step 1b.
  mutating func pastAndProgressive() {
    if isExtended, ends("ied") { return drop(bytes.count == 4 ? 1 : 2) }
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
    let isLongEnough = isExtended ? bytes.count > 2 && !isVowel(bytes.count - 2) : hasVowel(without: 1)
    if ends("y"), isLongEnough { bytes[bytes.count - 1] = UInt8(ascii: "i") }
  }

  /// Step 2.
  mutating func doubleEnding() {
    guard isExtended else { return replaceEnding(of: PorterStem.doubleEndings) }
    // Two endings in one: "radically" is "radical" first.
    while ends("alli"), measure(without: 4) > 0 { drop(2) }
    if ends("logi") {
      if measure(without: 3) > 0 { drop(1) }
    } else {
      replaceEnding(of: PorterStem.extendedDoubleEndings)
    }
  }

  /// Steps 2 and 3: the first ending that fits, if something is left before it.
  mutating func replaceEnding(of endings: [PorterStem.Ending]) {
    guard
      let found = endings.first(where: {
        bytes.count >= $0.ending.count && bytes.suffix($0.ending.count) == $0.ending[...]
      })
    else { return }
    guard measure(without: found.ending.count) > 0 else { return }
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
