// All metrics of texts by name.
internal import YAMLTrees

public enum TextMetrics {
  /// In the order in which they are explained.
  public static let all: [any TextMetric] =
    [ExactMatch(), TokenF1(), LabelAccuracy(), BLEU(), ChrF(), ChrF(withWords: true)]
    + ROUGE.Kind.allCases.map { ROUGE($0) } + ROUGE.Kind.allCases.map { ROUGE($0, stemmed: true) }
    + [ErrorRate(of: .characters), ErrorRate(of: .words)]
    + LabelMetric.Kind.allCases.map(LabelMetric.init) + NumberMetric.Kind.allCases.map(NumberMetric.init)

  public static var names: [String] { all.map(\.name) }

  /// Throws ``UnknownMetric``, which names the nearest.
  public static func named(_ name: String) throws(UnknownMetric) -> any TextMetric {
    guard let metric = all.first(where: { $0.name == name }) else { throw UnknownMetric(name: name) }
    return metric
  }
}

/// A name that no metric has.
public struct UnknownMetric: Error, Equatable, Sendable, CustomStringConvertible {
  public let name: String

  public var description: String { SettingsReader.unknown("metric", name, known: TextMetrics.names) }
}
