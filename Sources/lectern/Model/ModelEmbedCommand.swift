// `lectern model embed`: texts as points on a sphere, and how near they are.
import ArgumentParser
import Foundation
import Layers
import LessonDocuments
import Models
import Rendering
import StepRecords
import Tensors
import Tokenizers

struct ModelEmbedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "embed", abstract: "Turns texts into vectors: mean-pooled, of length 1.",
    discussion: "As text: how near the texts are to each other, as cosines. As JSON: the vectors.")

  @OptionGroup var model: ModelArgument

  @Argument(help: "The texts; the lines of standard input if there are none.")
  var texts: [String] = []

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func run() throws {
    let folder = try model.folder()
    guard case .bert(let bert) = try folder.load() else {
      throw UsageFailure("model embed needs an encoder (bert); \(folder.path) holds \(try folder.type())")
    }
    let tokenizer = try folder.tokenizer()
    let texts = texts.isEmpty ? try TextInput.standardInput().lines : texts
    guard !texts.isEmpty else { throw UsageFailure("there are no texts: name them, or write them to standard input") }
    let vectors = try SentenceEmbedding(model: bert, tokenizer: tokenizer).vectors(of: texts)
    try LoadedModel.bert(bert).checkNumbers(vectors, of: folder)
    switch format {
    case .json:
      StandardOutput.write("{\"embeddings\":[")
      for row in texts.indices { StandardOutput.write((row > 0 ? "," : "") + JSONNumbers.array(vectors[row].scalars)) }
      StandardOutput.write("]}\n")
    case .text:
      let options = drawing.text()
      let record = EmbeddingTable.record(texts, vectors, options)
      StandardOutput.write(RecordPicture.lines(for: record, options: options).encoded(options))
    }
  }
}

/// Vectors for texts of any number, a batch at a time.
struct SentenceEmbedding {
  let model: BERT
  let tokenizer: any Tokenizer

  private static let batch = 32

  /// `[texts, channels]`. Throws for a text that is longer than the context.
  func vectors(of texts: [String]) throws -> Tensor {
    let ids = try texts.enumerated().map { index, text in
      let ids = tokenizer.encode(text, addingSpecialTokens: true)
      do { try model.check(TokenBatch([ids])) } catch let error as ModelInputError {
        throw UsageFailure("text \(index + 1), \(text.quoted): \(error)")
      }
      return ids
    }
    // Texts of like length go together, so that little is padded.
    let order = ids.indices.sorted { (ids[$0].count, $0) < (ids[$1].count, $1) }
    var places = [Int](repeating: 0, count: ids.count)
    for (place, index) in order.enumerated() { places[index] = place }
    let rows = stride(from: 0, to: order.count, by: Self.batch).map { first in
      let texts = order[first..<min(first + Self.batch, order.count)].map { ids[$0] }
      return Tensor.withoutGradients { model.embed(TokenBatch(padding: texts)) }
    }
    return Tensor.concatenated(rows)[places]
  }
}

/// How near texts are, in a table that fits.
enum EmbeddingTable {
  /// Columns that a cosine takes, with its gap, and those that a text should have at least.
  private static let cosineWidth = 7
  private static let textWidth = 24

  /// - Parameter vectors: `[texts, channels]`, of length 1.
  static func record(_ texts: [String], _ vectors: Tensor, _ options: TextOptions) -> Record {
    guard texts.count > 1 else {
      let vector = vectors[0]
      return Record(name: texts[0], content: .tensor(TensorRecord(vector.scalars, shape: vector.shape)))
    }
    let fits = texts.count * cosineWidth + textWidth <= options.width
    // A text's cosines with all: not the whole square of them, which may be large.
    let numbers = NumberText(options)
    let cosines = { (row: Int) in
      vectors.matmul(vectors[row]).scalars.map { (value: Double($0), text: numbers.fixed(Double($0), decimals: 3)) }
    }
    return Record(name: "cosines", content: .table(fits ? all(texts, cosines) : nearest(texts, cosines)))
  }

  private typealias Cosine = (value: Double, text: String)

  private static func all(_ texts: [String], _ cosines: (Int) -> [Cosine]) -> TableRecord {
    TableRecord(
      columns: ["", "text"] + texts.indices.map { String($0 + 1) },
      rows: texts.enumerated().map { row, text in [String(row + 1), text] + cosines(row).map(\.text) })
  }

  /// For each text that which is nearest.
  private static func nearest(_ texts: [String], _ cosines: (Int) -> [Cosine]) -> TableRecord {
    TableRecord(
      columns: ["", "text", "nearest", "cosine"],
      rows: texts.enumerated().map { row, text in
        let cosines = cosines(row)
        let nearest =
          texts.indices.filter { $0 != row }.max { (cosines[$0].value, $1) < (cosines[$1].value, $0) } ?? row
        return [String(row + 1), text, "\(nearest + 1) \(texts[nearest])", cosines[nearest].text]
      })
  }

}

extension String {
  /// The lines, without what ends them; nothing behind the last line's end.
  fileprivate var lines: [String] {
    var lines = split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
