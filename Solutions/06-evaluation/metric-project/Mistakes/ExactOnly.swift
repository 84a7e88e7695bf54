import Transformers

/// Only answers that are written like the expected one get a score. People forgive digits, sentences, and another order.
func score(_ answer: String, expected: String) -> Double { ExactMatch().score(answer, [expected]) }
