// Secrets of programs: access keys by the forms that their makers gave them, private keys, passwords.

extension SensitiveText {
  /// How a key begins, and how many letters, digits and marks follow at least.
  private static let forms: [(prefix: [UInt8], least: Int)] = [
    ("AKIA", 16), ("ASIA", 16), ("AIza", 30), ("ghp_", 30), ("gho_", 30), ("ghs_", 30), ("github_pat_", 30),
    ("glpat-", 18), ("hf_", 30), ("sk-", 20), ("sk_live_", 16), ("rk_live_", 16), ("xoxb-", 20), ("xoxp-", 20),
    ("npm_", 30), ("eyJhbGci", 40),
  ].map { (Array($0.0.utf8), $0.1) }

  /// Words before a colon or an equals sign, behind which a secret stands.
  private static let labels = ["password", "passwd", "passphrase", "api_key", "api-key", "apikey", "secret", "token"]
    .map { Array($0.utf8) }

  static func keys(in text: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 0
    while index < text.count {
      let isStart = index == 0 || !(text[index - 1].isLetter || text[index - 1].isDigit)
      if isStart, let range = key(at: index, in: text) ?? labelledSecret(at: index, in: text) {
        ranges.append(range)
        index = range.upperBound
      } else {
        index += 1
      }
    }
    return ranges
  }

  private static func key(at start: Int, in text: [UInt8]) -> Range<Int>? {
    if text[start] == Byte.minus, let range = privateKey(at: start, in: text) { return range }
    for form in forms where text[start...].starts(with: form.prefix) {
      let end = start + form.prefix.count + text[(start + form.prefix.count)...].prefix(while: isOfKey).count
      if end - start - form.prefix.count >= form.least { return start..<end }
    }
    return nil
  }

  /// `-----BEGIN … PRIVATE KEY-----` to its end, or to the text's.
  private static func privateKey(at start: Int, in text: [UInt8]) -> Range<Int>? {
    let begin = Array("-----BEGIN ".utf8)
    guard text[start...].starts(with: begin) else { return nil }
    let head = text[start...].prefix { $0 != 0x0A }
    guard String(decoding: head, as: UTF8.self).contains("PRIVATE KEY") else { return nil }
    let rest = String(decoding: text[start...], as: UTF8.self)
    guard let end = rest.firstRange(of: "-----END "), let close = rest[end.upperBound...].firstRange(of: "-----") else {
      return start..<text.count
    }
    return start..<start + rest.utf8.distance(from: rest.startIndex, to: close.upperBound)
  }

  /// What stands behind `password:`; a word of a sentence is none, so it must have a digit or a sign, and no space.
  private static func labelledSecret(at start: Int, in text: [UInt8]) -> Range<Int>? {
    for label in labels where text.count - start > label.count {
      guard zip(text[start...], label).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) else { continue }
      var index = start + label.count
      while index < text.count, text[index] == Byte.space { index += 1 }
      guard index < text.count, text[index] == UInt8(ascii: ":") || text[index] == UInt8(ascii: "=") else { continue }
      index += 1
      while index < text.count, text[index] == Byte.space || text[index] == UInt8(ascii: "\"") { index += 1 }
      let secret = text[index...].prefix { $0 > Byte.space && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: ",") }
      let isMixed = secret.contains { !$0.isLetter && $0 != Byte.dot } && secret.contains { $0.isLetter || $0.isDigit }
      let isMask = secret.first == UInt8(ascii: "[")
      if secret.count >= 6, isMixed, !isMask { return index..<secret.endIndex }
    }
    return nil
  }

  private static func isOfKey(_ byte: UInt8) -> Bool {
    byte < 0x80 && (byte.isLetter || byte.isDigit || "_-./+=".utf8.contains(byte))
  }
}

extension StringProtocol {
  /// Where a text stands first; compared byte by byte.
  fileprivate func firstRange(of part: String) -> Range<String.Index>? {
    let wanted = Array(part.utf8)
    guard let first = wanted.first else { return nil }
    var rest = self.utf8[...]
    while let start = rest.firstIndex(of: first) {
      let candidate = rest[start...].prefix(wanted.count)
      if candidate.elementsEqual(wanted) { return start..<candidate.endIndex }
      rest = rest[rest.index(after: start)...]
    }
    return nil
  }
}
