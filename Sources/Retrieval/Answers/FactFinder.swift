// Dates, amounts, names and reasons found among the words of a sentence. Made for English; digits, times and signs of
// money are found in any language.
import DocumentReading

struct FactFinder {
  let text: ScalarText
  let words: [SentenceWord]
  var facts: [HeldFact] = []

  init(_ text: ScalarText) {
    self.text = text
    words = SentenceWord.words(in: text)
  }

  mutating func find() {
    var place = 0
    while place < words.count {
      if let end = reasonEnd(at: place) {
        facts.append(HeldFact(kind: .reason, range: words[place].range.lowerBound..<words[end - 1].range.upperBound))
      }
      if let (kind, count) = fact(at: place) {
        facts.append(
          HeldFact(kind: kind, range: words[place].range.lowerBound..<words[place + count - 1].range.upperBound))
        place += count
      } else {
        place += 1
      }
    }
  }

  /// The fact that begins with a word, and of how many words it is.
  private func fact(at place: Int) -> (HeldFact.Kind, Int)? {
    let word = words[place]
    if place + 2 < words.count, words[place + 1].text == "@" { return (.mail, mailEnd(place) - place) }
    let digits = digitRun(at: place)
    if digits.digits >= 7, digits.count > 1 || word.text.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }), digits.digits <= 15
    {
      return (.telephone, digits.count)
    }
    if isClock(word) { return (.time, 1) }
    if Self.times.contains(word.lowercased) { return (.time, 1) }
    if Self.months.contains(word.lowercased), word.isCapitalised { return date(from: place, to: dateEnd(place)) }
    if Self.days.contains(word.lowercased) { return (.date, 1) }
    if Self.money.contains(word.lowercased), let number = numberEnd(place + 1) { return (.money, number - place) }
    if let end = numberEnd(place) { return number(place, end) }
    if word.isCapitalised, let end = nameEnd(place) { return (.name, end - place) }
    return nil
  }

  private func number(_ place: Int, _ end: Int) -> (HeldFact.Kind, Int)? {
    let unit = end < words.count ? words[end].lowercased : ""
    if Self.months.contains(unit) { return date(from: place, to: dateEnd(end)) }
    if Self.money.contains(unit) { return (.money, end + 1 - place) }
    if Self.durations.contains(unit) { return (.duration, end + 1 - place) }
    if unit == "o'clock" || unit == "o’clock" || unit == "am" || unit == "pm" || unit == "hrs" {
      return (.time, end + 1 - place)
    }
    // "from eleven in the morning on"
    if unit == "in", end + 2 < words.count, words[end + 1].lowercased == "the",
      Self.partsOfDay.contains(words[end + 2].lowercased)
    {
      return (.time, end + 3 - place)
    }
    // "One" by itself counts nothing: "this one", "one of them".
    if end == place + 1, words[place].lowercased == "one" { return unit.isEmpty || unit == "of" ? nil : (.number, 1) }
    if end == place + 1, isYear(words[place]) { return (.year, 1) }
    return (.number, end - place)
  }

  private func date(from place: Int, to end: Int) -> (HeldFact.Kind, Int) {
    (words[place..<end].contains(where: isYear) ? .year : .date, end - place)
  }

  private func numberEnd(_ place: Int) -> Int? {
    guard place < words.count, isNumber(words[place]) else { return nil }
    var end = place + 1
    while end < words.count, isNumber(words[end]) || isJoint(end) { end += 1 }
    return end
  }

  /// "two hundred and thirty", "three and a half"
  private func isJoint(_ place: Int) -> Bool {
    guard words[place].lowercased == "and", place + 1 < words.count else { return false }
    if words[place + 1].lowercased == "a" { return place + 2 < words.count && words[place + 2].lowercased == "half" }
    return isNumber(words[place + 1]) && ["hundred", "thousand"].contains(words[place - 1].lowercased)
  }

  private func isNumber(_ word: SentenceWord) -> Bool {
    if word.hasDigit { return word.text.unicodeScalars.allSatisfy { $0.isDigit || $0 == "." || $0 == "," } }
    return word.lowercased.split(separator: "-").allSatisfy { Self.numbers.contains(String($0)) }
  }

  private func isClock(_ word: SentenceWord) -> Bool {
    let parts = word.text.split { $0 == ":" || $0 == "." }
    guard parts.count == 2, parts[1].utf8.count == 2, word.text.utf8.count >= 4, !word.text.contains(","),
      let hour = Int(parts[0]), let minute = Int(parts[1])
    else { return false }
    return (0...24).contains(hour) && (0...59).contains(minute)
  }

  private func isYear(_ word: SentenceWord) -> Bool {
    word.text.utf8.count == 4 && (Int(word.text).map { (1000...2199).contains($0) } ?? false)
  }

  /// Behind a month: its day and its year.
  private func dateEnd(_ month: Int) -> Int {
    var end = month + 1
    while end < words.count, end < month + 3, words[end].hasDigit, isNumber(words[end]) { end += 1 }
    return end
  }

  private func digitRun(at place: Int) -> (count: Int, digits: Int) {
    var (count, digits) = (0, 0)
    for word in words[place...] {
      guard word.text.unicodeScalars.allSatisfy({ $0.isDigit || $0 == "-" }) else { break }
      if count > 0, word.range.lowerBound > words[place + count - 1].range.upperBound + 2 { break }
      count += 1
      digits += word.text.unicodeScalars.count(where: \.isDigit)
    }
    return (count, digits)
  }

  private func mailEnd(_ place: Int) -> Int {
    var end = place + 2
    while end + 1 < words.count, words[end + 1].range.lowerBound == words[end].range.upperBound + 1,
      text.scalars[words[end].range.upperBound] == "."
    { end += 1 }
    return end + 1
  }

  /// From the word that gives a reason to the end of its clause.
  private func reasonEnd(at place: Int) -> Int? {
    let word = words[place].lowercased
    let next = place + 1 < words.count ? words[place + 1].lowercased : ""
    let isReason =
      ["because", "since", "therefore", "cause", "reason", "whose", "otherwise", "hence"].contains(word)
      || word == "so" && next == "that" || word == "due" && next == "to" || word == "in" && next == "order"
      || word == "as" && place > 0
        && text.scalars[words[place].range.lowerBound - 2..<words[place].range.lowerBound].contains(",")
    guard isReason else { return nil }
    var end = place + 1
    while end < words.count {
      let between = text.scalars[words[end - 1].range.upperBound..<words[end].range.lowerBound]
      if between.contains(where: { ";:".unicodeScalars.contains($0) }) { break }
      end += 1
    }
    return end
  }

  /// A title and a name, two names in a row, or one that does not begin the sentence.
  private func nameEnd(_ place: Int) -> Int? {
    var end = place
    while end < words.count, words[end].isCapitalised, end == place || isNext(end) { end += 1 }
    if end == place + 1 {
      if place == 0 || Self.titles.contains(words[place].lowercased) { return nil }
      if words[place].text.unicodeScalars.count == 1 { return nil }
    }
    return end
  }

  private func isNext(_ place: Int) -> Bool {
    let between = text[words[place - 1].range.upperBound..<words[place].range.lowerBound]
    // Behind an empty line is another cell of a table.
    return between.allSatisfy { $0.isWhitespace || $0 == "." } && between.count { $0 == "\n" } < 2
      && (!between.contains(".") || Self.titles.contains(words[place - 1].lowercased))
  }

  private static func list(_ words: String) -> Set<String> { Set(words.split(separator: " ").map(String.init)) }

  private static let titles = list("mr mrs ms miss dr prof professor captain sir lady the")
  private static let numbers = list(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion half \
    quarter quarters third thirds fifth fifths tenth dozen once twice none
    """)
  private static let money = list(
    """
    crown crowns euro euros dollar dollars pound pounds penny pence cent cents franc francs krone kroner krona yen \
    rupee rupees € $ £ eur usd gbp chf
    """)
  private static let durations = list(
    """
    second seconds minute minutes hour hours day days night nights week weeks month months year years fortnight \
    min mins h
    """)
  private static let months = list(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul \
    aug sep sept oct nov dec
    """)
  private static let days = list(
    """
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays \
    sundays weekend weekends weekdays today tomorrow yesterday easter christmas spring summer autumn winter
    """)
  private static let partsOfDay = list("morning afternoon evening night")
  private static let times = list("noon midnight dawn dusk sunrise sunset")
}
