// Text in the 95 printable characters of ASCII, for terminals and logs that have no others.

extension StringProtocol {
  /// The text with every character outside 0x20…0x7e spelled with characters inside: signs and letters by the tables
  /// below (`≈` is `~`, `…` is `...`, `ö` is `o`, `π` is `pi`), all others as `\u{…}`. Newlines and tabs stay.
  ///
  /// Usually longer than the text itself, so it comes before any measuring.
  public func transliterated() -> String {
    if utf8.allSatisfy({ $0.isPlain }) { return String(self) }
    var result = ""
    for scalar in unicodeScalars {
      if scalar.isASCII, UInt8(ascii: scalar).isPlain {
        result.unicodeScalars.append(scalar)
      } else {
        result += scalar.transliterated
      }
    }
    return result
  }
}

extension UInt8 {
  fileprivate var isPlain: Bool { (self >= 0x20 && self < 0x7f) || self == 0x0a || self == 0x09 }
}

extension Unicode.Scalar {
  fileprivate var transliterated: String {
    if let known = Self.spellings[self] { return known }
    switch value {
    case 0x2800: return " "
    case 0x2801...0x28ff: return "*"  // Braille, the dots of charts
    case 0x2400...0x241f: return "^" + (Unicode.Scalar(value - 0x2400 + 0x40).map { String(Character($0)) } ?? "")
    case 0x2421: return "^?"
    case 0x2500...0x257f: return "+"  // corners and crossings; the straight lines are in the table
    case 0x300...0x36f, 0xfe00...0xfe0f, 0x200b...0x200d, 0x2060, 0xfeff: return ""
    case 0xff01...0xff5e: return Unicode.Scalar(value - 0xfee0).map { String(Character($0)) } ?? ""
    default: return "\\u{" + String(value, radix: 16) + "}"
    }
  }

  private static let spellings: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [:]
    for (spelling, signs) in signs + letters {
      for sign in signs.unicodeScalars { table[sign] = spelling }
    }
    for (spelling, word) in words {
      for sign in spelling.unicodeScalars { table[sign] = word }
    }
    return table
  }()

  /// Spelling, and the signs that share it.
  private static let signs: [(String, String)] = [
    (" ", "\u{a0}\u{2002}\u{2003}\u{2007}\u{2009}\u{200a}\u{202f}\u{3000}"),
    ("-", "–‐‑‒−─━┄┅┈┉╌╍═╴╶╸╺⁻"), ("--", "—―"), ("|", "│┃┆┇┊┋╎╏║╵╷╹╻▌▐▎▏▍▋▊▉∣"), ("_", "␣▁"),
    ("'", "‘’‚‛′´ʼ"), ("\"", "“”„‟″"), ("<", "‹〈⟨"), (">", "›〉⟩▸▶►❯"), ("<<", "«"), (">>", "»"),
    ("...", "…⋯⋮"), ("~", "≈∼≃"), ("!=", "≠"), ("==", "≡"), ("<=", "≤⩽"), (">=", "≥⩾"), ("+-", "±"),
    ("*", "•∗⋆★☆●∙"), (".", "·⋅░◌◦"), ("o", "○"), ("x", "×✕✗✘⨯╳"), ("/", "÷∕⁄╱"), ("\\", "╲∖"),
    ("->", "→⟶➜⟼↦"), ("<-", "←⟵"), ("<->", "↔⟷"), ("=>", "⇒⟹"), ("<=>", "⇔⟺"), ("^", "↑▲△"), ("v", "↓▼▽"),
    (":", "▒∶"), ("#", "█▓▆▇▅■▪◼"), ("=", "▃▄▂▬"), ("\\n", "⏎↵␊"), ("\\t", "⇥␉"), ("\\r", "␍"), ("^[", "␛"),
    ("\\0", "␀"), ("ok", "✓✔"), ("T", "ᵀ"), ("[", "⟦"), ("]", "⟧"), ("(c)", "©"), ("(R)", "®"), ("TM", "™"),
    ("EUR", "€"), ("GBP", "£"), ("deg", "°"), ("S.", "§"), ("^-", "¯"), ("^7", "⁷"), ("&", "＆"),
  ]

  private static let letters: [(String, String)] = [
    ("A", "ÀÁÂÃÄÅĀĂĄ"), ("a", "àáâãäåāăą"), ("C", "ÇĆĈĊČ"), ("c", "çćĉċč"), ("D", "ĎĐÐ"), ("d", "ďđð"),
    ("E", "ÈÉÊËĒĔĖĘĚ"), ("e", "èéêëēĕėęě"), ("G", "ĜĞĠĢ"), ("g", "ĝğġģ"), ("H", "ĤĦ"), ("h", "ĥħ"),
    ("I", "ÌÍÎÏĨĪĬĮİ"), ("i", "ìíîïĩīĭįı"), ("J", "Ĵ"), ("j", "ĵ"), ("K", "Ķ"), ("k", "ķ"), ("L", "ĹĻĽĿŁ"),
    ("l", "ĺļľŀłℓ"), ("N", "ÑŃŅŇ"), ("n", "ñńņň"), ("O", "ÒÓÔÕÖØŌŎŐ"), ("o", "òóôõöøōŏő"), ("R", "ŔŖŘℝ"),
    ("r", "ŕŗř"), ("S", "ŚŜŞŠ"), ("s", "śŝşš"), ("T", "ŢŤŦ"), ("t", "ţťŧ"), ("U", "ÙÚÛÜŨŪŬŮŰŲ"),
    ("u", "ùúûüũūŭůűų"), ("W", "Ŵ"), ("w", "ŵ"), ("Y", "ÝŶŸ"), ("y", "ýÿŷ"), ("Z", "ŹŻŽ"), ("z", "źżž"),
    ("AE", "Æ"), ("ae", "æ"), ("OE", "Œ"), ("oe", "œ"), ("ss", "ß"), ("Th", "Þ"), ("th", "þ"),
    ("^1", "¹"), ("^2", "²"), ("^3", "³"), ("^0", "⁰"), ("^4", "⁴"), ("^5", "⁵"), ("^6", "⁶"), ("^8", "⁸"),
    ("^9", "⁹"), ("_0", "₀"), ("_1", "₁"), ("_2", "₂"), ("_3", "₃"), ("_4", "₄"), ("_5", "₅"), ("_6", "₆"),
    ("_7", "₇"), ("_8", "₈"), ("_9", "₉"), ("_i", "ᵢ"), ("_j", "ⱼ"), ("^n", "ⁿ"), ("1/2", "½"), ("1/4", "¼"),
    ("3/4", "¾"),
  ]

  private static let words: [(String, String)] = [
    ("α", "alpha"), ("β", "beta"), ("γ", "gamma"), ("δ", "delta"), ("ε", "epsilon"), ("ζ", "zeta"), ("η", "eta"),
    ("θ", "theta"), ("ι", "iota"), ("κ", "kappa"), ("λ", "lambda"), ("μµ", "mu"), ("ν", "nu"), ("ξ", "xi"),
    ("π", "pi"), ("ρ", "rho"), ("σς", "sigma"), ("τ", "tau"), ("υ", "upsilon"), ("φϕ", "phi"), ("χ", "chi"),
    ("ψ", "psi"), ("ω", "omega"), ("Γ", "Gamma"), ("Δ∆", "Delta"), ("Θ", "Theta"), ("Λ", "Lambda"), ("Π", "Pi"),
    ("Σ", "Sigma"), ("Φ", "Phi"), ("Ψ", "Psi"), ("Ω", "Omega"), ("√", "sqrt"), ("∑", "sum"), ("∏", "prod"),
    ("∞", "inf"), ("∂", "d"), ("∇", "grad"), ("∈", " in "), ("∅", "empty"), ("∫", "integral"), ("∝", " prop. to "),
    ("⊙", "(*)"), ("⊕", "(+)"), ("⊗", "(x)"), ("∀", "for all "), ("∃", "exists "), ("¬", "not "), ("∧", " and "),
    ("∨", " or "), ("∪", " u "), ("∩", " n "),
  ]
}
