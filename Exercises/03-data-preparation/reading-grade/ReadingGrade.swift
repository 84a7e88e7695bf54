// How hard a text is to read.

/// How many syllables an English word has, about.
func syllables(in word: String) -> Int {
  // TODO(reading-grade): count groups of vowels; mind the e at the end.
  word.count
}

/// The school grade in which one can read a text; 0 if it has no words.
func grade(_ text: String) -> Double {
  // TODO(reading-grade): words a sentence, syllables a word.
  0
}
