import Transformers

/// You count words in common, as F1 does. A whole sentence is punished for being one, and a wrong number costs no more than
/// any other word.
func score(_ answer: String, expected: String) -> Double { TokenF1().score(answer, [expected]) }
