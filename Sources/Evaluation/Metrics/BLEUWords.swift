// How BLEU cuts a text into words: the tokenizer of NIST's script mteval-v13a, as sacrebleu has it ("13a").

enum BLEUWords {
  /// Most signs stand alone; a full stop or comma does unless it is inside a number, a dash if it follows a digit.
  static func words(of text: String) -> [Scalars] {
    var scalars = text.scalars
    // White space at the end counts first: "-\n" there is a dash, inside a text a word that goes on.
    scalars.removeLast(scalars.reversed().prefix(while: \.isSpace).count)
    for (old, new) in replacements { scalars = scalars.replacing(old, with: new) }
    scalars = " " + scalars.flatMap { isSign($0) ? [" ", $0, " "] : [$0] } + " "
    scalars = scalars.rewritingPairs { isDigit($0) || !isPoint($1) ? nil : [$0, " ", $1, " "] }
    scalars = scalars.rewritingPairs { !isPoint($0) || isDigit($1) ? nil : [" ", $0, " ", $1] }
    scalars = scalars.rewritingPairs { isDigit($0) && $1 == "-" ? [$0, " ", $1, " "] : nil }
    return scalars.words
  }

  private static let replacements = [
    ("<skipped>", ""), ("-\n", ""), ("\n", " "), ("&quot;", "\""), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"),
  ].map { ($0.scalars, $1.scalars) }

  /// Signs of ASCII but for ' , - and the full stop.
  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isPunctuation && !["'", ",", "-", "."].contains(scalar)
  }
  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
  private static func isPoint(_ scalar: Unicode.Scalar) -> Bool { scalar == "." || scalar == "," }
}

extension Scalars {
  fileprivate func replacing(_ old: Scalars, with new: Scalars) -> Scalars {
    guard contains(old[0]) else { return self }
    var (result, place) = (Scalars(), 0)
    while place < count {
      if self[place...].starts(with: old) {
        result += new
        place += old.count
      } else {
        result.append(self[place])
        place += 1
      }
    }
    return result
  }

  /// Reads two at a time, from the left; what is written anew is not read again.
  fileprivate func rewritingPairs(_ rewritten: (Unicode.Scalar, Unicode.Scalar) -> Scalars?) -> Scalars {
    var (result, place) = (Scalars(), 0)
    while place < count {
      if place + 1 < count, let pair = rewritten(self[place], self[place + 1]) {
        result += pair
        place += 2
      } else {
        result.append(self[place])
        place += 1
      }
    }
    return result
  }

  fileprivate static func + (scalar: Unicode.Scalar, scalars: Scalars) -> Scalars { [scalar] + scalars }
  fileprivate static func + (scalars: Scalars, scalar: Unicode.Scalar) -> Scalars { scalars + [scalar] }
}
