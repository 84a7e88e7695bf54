import Layers
import Tensors
import Testing

/// Taps: names are put together, recorded and replaced; and nothing happens when nobody looks.
struct TapTests {
  @Test("a tap that is off gives the value back and asks for no name")
  func off() {
    func name() -> String {
      Issue.record("a name was put together")
      return ""
    }
    // Outside of `#expect`, which would evaluate the names itself.
    let value = Tap.off[name()](name(), Tensor(3))
    let isWanted = Tap.off.isWanted(name())
    #expect(value == Tensor(3) && !isWanted)
  }

  @Test("names of parts stand before the name; only wanted values are kept")
  func names() {
    let recording = Recording { $0.hasSuffix("b") }
    let tap = ModelScope().tap(recording: recording)["blocks.0"]["attention"]
    #expect(tap.isWanted("b") && !tap.isWanted("a"))
    for name in ["a", "b"] { _ = tap(name, Tensor(1)) }
    #expect(recording.activations.names == ["blocks.0.attention.b"])
  }

  @Test("a recording holds what hooks made of a value, and so does the result")
  func order() {
    let (scope, recording) = (ModelScope(), Recording { _ in true })
    let result = scope.withHooks([Hook("x") { $0 + 1 }, Hook("x") { $0 * 10 }]) {
      scope.tap(recording: recording)("x", Tensor(2))
    }
    #expect(result == Tensor(30) && recording.activations["x"] == Tensor(30))
    #expect(scope.tap()("x", Tensor(2)) == Tensor(2))
  }

  @Test("without the batch, hooks and recordings see one sequence")
  func withoutBatch() {
    let (scope, recording) = (ModelScope(), Recording { _ in true })
    let result = scope.withHooks([Hook("x") { $0 + Tensor([[1, 2]]) }]) {
      scope.tap(recording: recording).withoutBatch("x", Tensor([[[5, 5]]]))
    }
    #expect(result == [[[6, 7]]] && recording.activations["x"] == [[6, 7]])
  }

  @Test("hooks end with an error too")
  func throwing() {
    struct Stopped: Error {}
    let scope = ModelScope()
    #expect(throws: Stopped.self) { try scope.withHooks([Hook("x") { $0 * 0 }]) { throw Stopped() } }
    #expect(scope.tap()("x", Tensor(2)) == Tensor(2))
  }

  @Test("activations are a sequence in the order of the run; a name twice keeps the last value")
  func sequence() {
    let recording = Recording { _ in true }
    let tap = ModelScope().tap(recording: recording)
    for (name, value) in [("b", 1), ("a", 2), ("b", 3)] as [(String, Float)] { _ = tap(name, Tensor(value)) }
    #expect(recording.activations.map(\.name) == ["b", "a"])
    #expect(recording.activations.map { $0.value.item() } == [3, 2])
  }
}
