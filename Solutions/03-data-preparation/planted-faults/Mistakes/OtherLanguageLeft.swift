import Transformers

/// Rows in another language are still there. Which step tells languages apart?
func recipe(test: [TrainingRow]) throws -> Recipe {
  var cleaning = CleanText()
  cleaning.emoji = .remove
  var copies = NearDuplicates()
  copies.similarity = 1
  var leak = TestLeak()
  (leak.testRows, leak.share) = (test, 1)
  return Recipe([
    cleaning, SensitiveDataFilter(), ToxicityFilter(), LengthBand(), copies, leak,
  ])
}
