import Foundation
import Layers
import Models
import Tensors
import Testing

/// A whole model with rounded weights: what changes, what does not, files, and adapters on top.
struct QuantizedWeightsTests {
  private static let configuration = GPTConfiguration(
    vocabularySize: 19, contextLength: 16, layers: 2, heads: 2, channels: 12, isTied: false)

  private func model() -> GPT { GPT.lively(Self.configuration, seed: 1) }

  @Test(
    "linear layers are rounded, all else stays, and so does a copy made before",
    arguments: [WeightFormat.int8, .int4()])
  func rounded(_ format: WeightFormat) throws {
    let exact = model()
    let before = exact([1, 2, 3])
    var small = exact
    let report = try small.quantizeWeights(format)
    #expect(report.weights.count == 8)
    #expect(!report.weights.contains { $0.name.hasPrefix("head") })
    for (one, other) in zip(exact.parameters, small.parameters) {
      let isRounded = report.weights.contains { $0.name == one.name }
      #expect((one.parameter.value == other.parameter.value) != isRounded, "\(one.name)")
      #expect(other.parameter.isFrozen == isRounded, "\(one.name)")
    }
    #expect(exact([1, 2, 3]) == before)
    let difference = (small([1, 2, 3]) - before).scalars.map(\.magnitude).max() ?? 0
    #expect(difference > 0 && difference < (format == .int8 ? 0.1 : 2), "the logits differ by up to \(difference)")
  }

  @Test("the report's errors and sizes are those of the formulas")
  func report() throws {
    let exact = model()
    var small = exact
    let report = try small.quantizeWeights(.int4(groupSize: 32))
    for weight in report.weights {
      let w = try #require(exact.parameters.first { $0.name == weight.name }).parameter.value
      let rounded = try #require(small.parameters.first { $0.name == weight.name }).parameter.value
      let error = ((w - rounded) * (w - rounded)).sum().item() / (w * w).sum().item()
      #expect(abs(weight.relativeError - Double(error).squareRoot()) < 1e-5, "\(weight.name)")
      // Uniformly spread rounding errors have the root mean square step / √12; 15 steps span about four deviations.
      #expect((0.04...0.12).contains(weight.relativeError), "\(weight.name): \(weight.relativeError)")
      let (rows, columns) = (w.shape[0], w.shape[1])
      #expect(weight.bytesBefore == rows * columns * 4)
      #expect(weight.bytesAfter == rows * (columns / 2 + (columns + 31) / 32 * 5))
    }
    #expect(report.worst?.relativeError == report.weights.map(\.relativeError).max())
    #expect(report.bytesBefore == exact.parameterCount * 4)
    let saved = report.weights.reduce(0) { $0 + $1.bytesBefore - $1.bytesAfter }
    #expect(report.bytesAfter == report.bytesBefore - saved)
    #expect(report.description.hasPrefix("int4: 8 weights off by "))
  }

  @Test("eight bits cost less than four, small groups less than large ones")
  func order() throws {
    func error(_ format: WeightFormat) throws -> Double {
      let weights = try QuantizedMatrix(Tensor.random([64, 256], seed: 3), format)
      let exact = Tensor.random([64, 256], seed: 3)
      let difference = exact - weights.dequantized
      return Double((difference * difference).sum().item() / (exact * exact).sum().item()).squareRoot()
    }
    let errors = try [WeightFormat.int8, .int4(groupSize: 32), .int4(groupSize: 64), .int4(groupSize: 256)].map(error)
    #expect(errors == errors.sorted() && errors[0] < 0.01 && errors[3] < 0.2, "\(errors)")
  }

  @Test(
    "written and read again, the whole numbers, scales and zero points are the same",
    arguments: [WeightFormat.int8, .int4(groupSize: 5)])
  func files(_ format: WeightFormat) throws {
    let folder = try TemporaryFolder()
    let weights = try QuantizedWeights(model(), format)
    try weights.write(to: folder.file("a"))
    #expect(try QuantizedWeights(path: folder.file("a")) == weights)
    let file = try SafetensorsFile(path: folder.file("a"))
    #expect(file["blocks.0.feedForward.output.weight"]?.elementType == (format == .int8 ? "I8" : "U8"))
    #expect(file["blocks.0.feedForward.output.weight.scale"]?.elementType == "F32")
    var (one, other) = (model(), model())
    try one.quantizeWeights(format)
    try other.use(QuantizedWeights(path: folder.file("a")))
    #expect(one([1, 2, 3]) == other([1, 2, 3]))
    // The same bytes each time.
    try weights.write(to: folder.file("b"))
    #expect(FileManager.default.contentsEqual(atPath: folder.file("a"), andPath: folder.file("b")))
  }

  @Test("files that hold no rounded weights, or damaged ones, and weights of another model are refused in words")
  func refused() throws {
    let folder = try TemporaryFolder()
    let weights = try QuantizedWeights(model(), .int8)
    try weights.write(to: folder.file("good"))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file("good")))
    for (count, change) in [("36,12", "36,13"), ("int8", "int9"), ("int8", "int4"), (".scale", ".scald")].enumerated() {
      let place = try #require(bytes.range(of: Data(change.0.utf8)), "\(change)")
      var changed = bytes
      changed.replaceSubrange(place, with: Data(change.1.utf8))
      try changed.write(to: URL(fileURLWithPath: folder.file("bad\(count)")))
      let error = #expect(throws: (any Error).self) { try QuantizedWeights(path: folder.file("bad\(count)")) }
      #expect("\(error.map { "\($0)" } ?? "")".contains("bad\(count)"), "\(change)")
    }
    try model().save(to: folder.path)
    let error = #expect(throws: QuantizationError.self) {
      try QuantizedWeights(path: folder.file("model.safetensors"))
    }
    #expect(error?.description.contains("do not say that it holds rounded weights") == true)

    var other = GPT(GPTConfiguration(vocabularySize: 19, contextLength: 16, layers: 1, heads: 2, channels: 8), seed: 1)
    let before = other([1, 2])
    #expect(throws: QuantizationError.self) { try other.use(weights) }
    #expect(other([1, 2]) == before)
    var infinite = model()
    infinite.blocks[0].feedForward.visitLinears { _, layer in
      layer.weight.assign(.full(layer.weight.value.shape, .infinity))
    }
    #expect(throws: QuantizationError.notFinite(weight: "blocks.0.feedForward.hidden.weight")) {
      try infinite.quantizeWeights(.int8)
    }
  }

  @Test("adapters learn on rounded, frozen weights, put there before or after the rounding", arguments: [true, false])
  func adapters(_ first: Bool) throws {
    var model = model()
    if first { try model.addAdapters(LoRA(rank: 2, dropout: 0), seed: 1) }
    try model.quantizeWeights(.int4(groupSize: 32))
    if !first { try model.addAdapters(LoRA(rank: 2, dropout: 0), seed: 1) }
    #expect(model.trainableParameterCount == model.adapterParameters.reduce(0) { $0 + $1.parameter.value.count })
    let tokens = TokenBatch([[1, 2, 3, 4]])
    let targets = [[2, 3, 4, 5]]
    let rounded = model.parameters.filter(\.parameter.isFrozen).map(\.parameter.value)
    let before = model.loss(tokens, targets: targets)
    before.backward()
    // B begins at 0, so that A learns only from the second step on.
    for named in model.adapterParameters where named.name.hasSuffix("up") {
      let gradient = try #require(named.parameter.gradient, "\(named.name)")
      #expect(gradient.scalars.contains { $0 != 0 }, "\(named.name)")
    }
    for _ in 0..<20 {
      for named in model.adapterParameters {
        named.parameter.gradient = nil
      }
      model.loss(tokens, targets: targets).backward()
      for named in model.adapterParameters {
        guard let gradient = named.parameter.gradient else { continue }
        named.parameter.assign(named.parameter.value - gradient * 0.02)
      }
    }
    #expect(model.loss(tokens, targets: targets).item() < before.item() * 0.8)
    #expect(model.parameters.filter(\.parameter.isFrozen).map(\.parameter.value) == rounded)
    let logits = model([1, 2, 3])
    model.mergeAdapters()
    #expect((model([1, 2, 3]) - logits).scalars.allSatisfy { $0.magnitude < 1e-3 })
  }
}

extension Tensor {
  fileprivate static func random(_ shape: [Int], seed: Int) -> Tensor {
    var random = SeededRandom(seed: seed)
    return .randomNormal(shape, using: &random)
  }
}
