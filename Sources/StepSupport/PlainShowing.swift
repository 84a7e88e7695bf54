// What `show(…)` says where no lesson reads: in a plain program, a short line on standard error, so that standard output
// holds what the program prints and nothing else. A tensor describes itself.
import Glibc
import StepRecords
import Transformers

enum PlainShowing {
  static let width = 100

  /// `name: what it is`, without a newline.
  static func line(for content: Record.Content, name: String) -> String {
    let what = description(of: content).replacing("\n", with: " ")
    let line = name.isEmpty ? what : "\(name): \(what)"
    return line.count > width ? line.prefix(width - 1) + "…" : line
  }

  static func text(for tensor: Tensor, name: String) -> String {
    let text = tensor.description
    return name.isEmpty ? text : text.contains("\n") ? "\(name):\n\(text)" : "\(name): \(text)"
  }

  static func write(_ text: String) {
    // What was printed before comes before.
    fflush(nil)
    let bytes = Array((text + "\n").utf8)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }

  private static func description(of content: Record.Content) -> String {
    switch content {
    case .value(let value): value.text
    case .tensor(let tensor):
      tensor.statistics.map { "Tensor \(tensor.shape), \($0.minimum) to \($0.maximum), mean \($0.mean)" }
        ?? "Tensor \(tensor.shape)"
    case .attention(let map): "\(map.heads == 1 ? "1 head" : "\(map.heads) heads"), \(map.queries) × \(map.keys)"
    case .series(let series): "\(series.count) values, \(series.minimum) to \(series.maximum), last \(series.last)"
    case .progress(let state): "\(state.done) of \(state.total)"
    case .table(let table): "\(table.totalRows) rows: " + table.columns.joined(separator: ", ")
    case .distribution(let outcomes):
      zip(outcomes.labels, outcomes.probabilities).prefix(3).map { "\($0) \(percent($1))" }.joined(separator: ", ")
        + (outcomes.outcomes > 3 ? ", … of \(outcomes.outcomes)" : "")
    case .text(let text): text.text
    case .picture(let picture): picture.alternative
    case .failure(let failure): failure.message
    }
  }

  /// `12.5 %`
  private static func percent(_ share: Double) -> String {
    share.isFinite ? "\((share * 1000).rounded() / 10) %" : "\(share)"
  }
}
