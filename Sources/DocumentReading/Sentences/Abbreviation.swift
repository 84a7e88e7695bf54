// Words that end in a period which does not end a sentence.

/// A word in front of a period.
struct Abbreviation {
  let word: String
  /// Whether it begins the sentence: "1. Open the valve".
  let isFirst: Bool

  init(_ word: String, isFirst: Bool) {
    self.word = word
    self.isFirst = isFirst
  }

  /// Whether the period belongs to the word and the sentence goes on.
  ///
  /// - Parameters:
  ///   - next: the word behind it, which does not begin with a small letter; empty if there is a sign.
  ///   - isDigit: whether `next` begins with a digit.
  func keepsPeriod(before next: String, isDigit: Bool) -> Bool {
    // "J." is a name, "p. 5" a page.
    let lower = word.count == 1 ? word : word.lowercased()
    if Self.titles.contains(lower) { return true }
    if Self.beforeNumbers.contains(lower) { return isDigit || next.count == 1 }
    if Self.times.contains(lower) { return isDigit || Self.dates.contains(next) }
    if Self.months.contains(word) { return isDigit }
    if Self.mayEnd.contains(lower) { return isDigit && lower != "etc" }
    if word.allSatisfy({ $0.isNumber || $0 == "." }) { return numberKeepsPeriod(before: next) }
    let letters = word.split(separator: ".")
    guard letters.allSatisfy({ $0.count == 1 && $0.first?.isLetter == true }) else { return false }
    // An initial, or U.K.: a name follows, unless it is a word that only begins a sentence.
    return word.first?.isUppercase == true && !next.isEmpty && !Self.starters.contains(next)
  }

  /// "1. Open the valve" at the beginning; "5. Mai", where German writes an ordinal.
  private func numberKeepsPeriod(before next: String) -> Bool {
    isFirst && (word.count <= 3 || word.contains(".")) || word.count <= 2 && Self.dates.contains(next)
  }

  /// Something always follows them.
  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "st", "capt", "cpt", "gen", "col", "lt", "sgt", "maj", "adm", "rev", "hon",
    "messrs",
    "mme", "mlle", "pres", "gov", "sen", "rep", "vs", "cf", "e.g", "eg", "i.e", "ie", "viz", "approx", "ca", "resp",
    "incl",
    "excl", "esp", "z.b", "d.h", "u.a", "bzw", "ggf", "vgl", "fr", "mt",
  ]

  /// Abbreviations in front of a number: "No. 7"; "No." by itself is an answer.
  private static let beforeNumbers: Set<String> = [
    "no", "nos", "nr", "fig", "figs", "eq", "eqs", "sec", "sect", "vol", "vols", "ch", "chap", "pp", "p", "pg", "art",
    "abs", "ref", "refs", "tab", "app", "para", "pt", "ed", "tel", "ext", "rm", "bldg",
  ]

  private static let times: Set<String> = ["a.m", "p.m", "am", "pm"]

  private static let months: Set<String> = [
    "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Mon", "Tue", "Tues", "Wed",
    "Thu",
    "Thur", "Thurs", "Fri", "Sat", "Sun",
  ]

  /// A sentence ends with them when a capital follows.
  private static let mayEnd: Set<String> = [
    "etc", "inc", "ltd", "co", "corp", "jr", "sr", "ave", "blvd", "rd", "al", "min", "max", "sec", "hrs", "mins",
    "dept",
    "est", "usw", "ft", "hr",
  ]

  private static let dates: Set<String> = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mondays", "Tuesdays", "Wednesdays",
    "Thursdays", "Fridays", "Saturdays", "Sundays", "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December", "Januar", "Februar", "März", "Mai", "Juni", "Juli",
    "Oktober",
    "Dezember",
  ]

  private static let starters: Set<String> = [
    "The", "A", "An", "It", "Its", "This", "These", "That", "Those", "They", "Their", "We", "Our", "You", "Your", "He",
    "She",
    "His", "Her", "In", "On", "At", "If", "When", "Where", "While", "There", "For", "From", "But", "And", "Or", "So",
    "No",
    "Not", "Each", "All", "Every", "Some", "Most", "Both", "As", "After", "Before", "To", "With", "Without", "Until",
    "Since", "Then", "Here", "How", "Why", "What", "Who", "Which", "Please", "Do", "Does", "Did", "Is", "Are", "Was",
    "Were",
    "Only", "Once", "However", "Because", "Although", "By", "Under", "During", "Anyone", "Nobody", "Everyone",
  ]
}
