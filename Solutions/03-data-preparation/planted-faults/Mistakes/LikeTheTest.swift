import Transformers

/// Good rows are dropped because they share half of their words with a row of the test. These rows are all alike: how
/// much has to be the same before it is a leak?
func recipe(test: [TrainingRow]) throws -> Recipe {
  var cleaning = CleanText()
  cleaning.emoji = .remove
  var copies = NearDuplicates()
  copies.similarity = 1
  var leak = TestLeak()
  (leak.testRows, leak.words) = (test, 4)
  return Recipe([
    cleaning, SensitiveDataFilter(), ToxicityFilter(), LengthBand(), LanguageFilter(), copies, leak,
  ])
}
