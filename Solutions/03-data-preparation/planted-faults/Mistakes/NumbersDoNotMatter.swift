import Transformers

/// Rows that differ in a number only are taken for copies, and good ones are lost: two numbers are two facts. Read the
/// samples of near-duplicates.
func recipe(test: [TrainingRow]) throws -> Recipe {
  var cleaning = CleanText()
  cleaning.emoji = .remove
  var copies = NearDuplicates()
  (copies.similarity, copies.numbersMatter) = (0.4, false)
  var leak = TestLeak()
  (leak.testRows, leak.share) = (test, 1)
  return Recipe([
    cleaning, SensitiveDataFilter(), ToxicityFilter(), LengthBand(), LanguageFilter(), copies, leak,
  ])
}
