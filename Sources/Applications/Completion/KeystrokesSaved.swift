// What completion is worth to somebody who types: keystrokes that were not needed.
public import Evaluation

/// Types texts letter by letter, and takes a word as soon as it is offered.
public enum KeystrokesSaved {
  /// The share of keystrokes that were saved, 1 - needed / characters, as the mean over the texts with its interval. A
  /// word that is taken costs one keystroke, and the space behind it none.
  ///
  /// - Parameter offers: the words that are offered after a text.
  public static func share(
    of texts: [String], offers: (_ text: String) throws -> [String]
  ) rethrows -> Estimate {
    Bootstrap.mean(
      of: try texts.filter { !$0.isEmpty }.map { try 1 - Double(keystrokes(for: $0, offers)) / Double($0.count) })
  }

  static func keystrokes(for text: String, _ offers: (String) throws -> [String]) rethrows -> Int {
    var strokes = 0
    var place = text.startIndex
    for word in text.wordRanges {
      strokes += text.distance(from: place, to: word.lowerBound)
      place = word.lowerBound
      while place < word.upperBound {
        strokes += 1
        if try offers(String(text[..<place])).contains(String(text[word])) {
          place = word.upperBound
          if place < text.endIndex, text[place] == " " { place = text.index(after: place) }
        } else {
          place = text.index(after: place)
        }
      }
    }
    return strokes + text.distance(from: place, to: text.endIndex)
  }
}
