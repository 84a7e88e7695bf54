import Transformers

/// Short rows are dropped, and most good answers are short. Look at what the step that measures length drops.
func recipe(test: [TrainingRow]) throws -> Recipe {
  var cleaning = CleanText()
  cleaning.emoji = .remove
  var copies = NearDuplicates()
  copies.similarity = 1
  var leak = TestLeak()
  (leak.testRows, leak.share) = (test, 1)
  return Recipe([
    cleaning, SensitiveDataFilter(), ToxicityFilter(),
    { () -> LengthBand in
      var band = LengthBand(); band.shortestFact = 25; band.shortest = 25; return band
    }(), LanguageFilter(), copies, leak,
  ])
}
