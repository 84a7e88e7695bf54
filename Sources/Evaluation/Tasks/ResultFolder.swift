// What an evaluation leaves on disk, for comparisons and reports: results.json and samples.jsonl.
public import DataPreparation
internal import Foundation

/// The files of a folder of results.
///
/// ```
/// results.json     a list: each model on each task, as ``TaskResult``
/// samples.jsonl    a line an example, as ``TaskSample``
/// ```
public struct ResultFolder: Equatable, Sendable {
  public let path: String

  public init(_ path: String) { self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path }

  public var results: String { "\(path)/results.json" }
  public var samples: String { "\(path)/samples.jsonl" }

  /// The bytes of both files. Throws ``RowError`` if a number in them is none that JSON has.
  public static func files(of results: [TaskResult]) throws -> (results: [UInt8], samples: [UInt8]) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      var lines: [UInt8] = []
      for sample in results.flatMap(\.samples) { lines += try encoder.encode(sample) + [0x0A] }
      encoder.outputFormatting.insert(.prettyPrinted)
      return (try encoder.encode(results) + [0x0A], lines)
    } catch {
      throw RowError("the results hold a number that is none: the model's weights are not finite")
    }
  }

  /// Reads results with their samples. Throws ``RowError``: what is missing or damaged, and where.
  public func read() throws(RowError) -> [TaskResult] {
    var all = try decode([TaskResult].self, results, DataFile.read(results), "results")
    guard !all.isEmpty else {
      throw RowError("\(results) holds no results; make some: lectern eval run … --out \(path)")
    }
    var line = 0
    for bytes in try DataFile.read(samples).split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      guard !bytes.isEmpty else { continue }
      let sample = try decode(TaskSample.self, "\(samples):\(line)", Array(bytes), "a sample")
      guard let place = all.firstIndex(where: { $0.task == sample.task && $0.model == sample.model }) else {
        throw RowError(
          "\(samples):\(line): task \(sample.task) with model \(sample.model) is not in results.json; the two files are "
            + "of different evaluations")
      }
      all[place].samples.append(sample)
    }
    if let lacking = all.first(where: { $0.samples.count != $0.examples }) {
      throw RowError(
        "\(samples) has \(lacking.samples.count) samples of task \(lacking.task) with model \(lacking.model), and "
          + "results.json says \(lacking.examples); the two files are of different evaluations")
    }
    return all
  }

  private func decode<Value: Decodable>(
    _ type: Value.Type, _ place: String, _ bytes: [UInt8], _ what: String
  ) throws(RowError) -> Value {
    do { return try JSONDecoder().decode(type, from: Data(bytes)) } catch {
      let reason =
        switch error as? DecodingError {
        case .keyNotFound(let key, _)?: "\"\(key.stringValue)\" is missing"
        case .typeMismatch(_, let context)?, .valueNotFound(_, let context)?:
          "\(context.codingPath.map(\.stringValue).joined(separator: ".")) is of another type"
        default: "it is not JSON"
        }
      throw RowError("\(place) is no file of \(what) as 'lectern eval run --out' writes it: \(reason)")
    }
  }
}
