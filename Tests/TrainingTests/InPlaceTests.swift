import Layers
import Models
import Testing
import Training

@testable import Tensors

/// A step changes the numbers where they are.
struct InPlaceTests {
  @Test("from the second step on, parameters and what the optimizer remembers keep their memory", arguments: [1, 2])
  func keepsMemory(_ accumulation: Int) throws {
    let model = Samples.model(dropout: 0.1)
    var trainer = Samples.trainer(model)
    trainer.accumulation = accumulation
    let batches = try Samples.batches()
    func places() -> [Input] {
      let entries = trainer.optimizer.memory.entries
      return model.parameters.flatMap { named in
        [named.parameter.value.memory] + (entries[named.name]?.tensors.map(\.memory) ?? [])
      }
    }
    try trainer.fit(batches, steps: 1)
    let before = (places(), model.numbers)
    try trainer.fit(batches, steps: 4)
    #expect(places() == before.0)
    #expect(zip(model.numbers, before.1).allSatisfy { $0 != $1 })
  }

  @Test("what was taken from a parameter stays while training goes on")
  func takenValues() throws {
    let model = Samples.model()
    var trainer = Samples.trainer(model)
    let taken = model.parameters.map(\.parameter.value)
    let numbers = taken.map(\.scalars)
    try trainer.fit(try Samples.batches(), steps: 2)
    #expect(taken.map(\.scalars) == numbers)
    #expect(zip(model.numbers, numbers).allSatisfy { $0 != $1 })
  }
}
