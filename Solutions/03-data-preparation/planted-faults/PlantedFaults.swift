// A recipe for the rows of the company.
import Transformers

/// The steps that take the faults out of rows, and leave the good ones.
///
/// - Parameter test: rows that the model will be judged by, which must not be learnt.
func recipe(test: [TrainingRow]) throws -> Recipe {
  var cleaning = CleanText()
  cleaning.emoji = .remove
  var copies = NearDuplicates()
  copies.similarity = 1
  var leak = TestLeak()
  (leak.testRows, leak.share) = (test, 1)
  return Recipe([
    cleaning, SensitiveDataFilter(), ToxicityFilter(), LengthBand(), LanguageFilter(), copies, leak,
  ])
}
