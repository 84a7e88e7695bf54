// Words that say nothing of what a text is about.

enum StopWords {
  /// As terms, that is as stems.
  static let stems: Set<String> = Set(
    words.split(separator: " ").map { String(decoding: PorterStem.of(Array($0.utf8)), as: UTF8.self) })

  /// Articles, pronouns, prepositions, forms of be, have and do, words that ask, and what an apostrophe cuts off.
  private static let words = """
    a about after all also am an and any are as at be because been before being between but by can could did do does \
    doing don for from had has have having he her here hers him his how i if in into is it its itself just me more \
    most my no nor not of off on once only or other our out over own same she should so some such than that the their \
    them then there these they this those through to too under until up us very was we were what when where which \
    while who whom why will with would you your yours d ll m re s t ve please tell
    """
}
