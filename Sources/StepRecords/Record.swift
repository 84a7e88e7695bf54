// What a running step sends: one record, one JSON object, one line.
// A leaf: knows no Markdown, no tensors, no terminal.

/// One thing a step showed.
public struct Record: Equatable, Sendable {
  /// Line of the lesson file, from 1; nil if the record belongs to no line.
  public var line: Int?
  /// What the reader knows it by: a variable's name, or the source of a bare expression; empty if it has none.
  public var name: String
  /// How often the name was logged, when that is more than once and the values make no series.
  public var times: Int?
  /// With `times`: which of them `content` is, from 1.
  public var occurrence: Int?
  public var content: Content

  public init(line: Int? = nil, name: String = "", times: Int? = nil, occurrence: Int? = nil, content: Content) {
    self.line = line
    self.name = name
    self.times = times
    self.occurrence = occurrence
    self.content = content
  }

  /// The kinds of record; the case's name is `kind` in JSON.
  public enum Content: Equatable, Sendable {
    case value(ValueRecord)
    case tensor(TensorRecord)
    case attention(AttentionRecord)
    case series(SeriesRecord)
    case progress(ProgressRecord)
    case table(TableRecord)
    case distribution(DistributionRecord)
    case text(TextRecord)
    case picture(PictureRecord)
    case failure(FailureRecord)
  }
}

/// A value in short readable form.
public struct ValueRecord: Codable, Equatable, Sendable {
  /// The Swift type, without module names: `[String: Int]`.
  public var type: String
  /// The value, cut at a cap that the text itself states.
  public var text: String

  public init(type: String, text: String) {
    self.type = type
    self.text = text
  }
}

/// A tensor: its shape, statistics over all of it, and a bounded block of its values.
public struct TensorRecord: Codable, Equatable, Sendable {
  public var shape: [Int]
  /// nil when the tensor is empty.
  public var statistics: Statistics?
  /// The values kept, row-major.
  public var values: [Float]
  /// Which indices of each axis `values` holds, ascending; nil when it holds them all.
  public var kept: [[Int]]?
  /// Asks for a heat map instead of numbers (rank 2).
  public var heatMap: HeatMap?

  public init(
    shape: [Int], statistics: Statistics?, values: [Float], kept: [[Int]]? = nil, heatMap: HeatMap? = nil
  ) {
    self.shape = shape
    self.statistics = statistics
    self.values = values
    self.kept = kept
    self.heatMap = heatMap
  }

  /// Labels of the rows and columns of a heat map; empty for numbers.
  public struct HeatMap: Codable, Equatable, Sendable {
    public var rowLabels: [String]
    public var columnLabels: [String]

    public init(rowLabels: [String] = [], columnLabels: [String] = []) {
      self.rowLabels = rowLabels
      self.columnLabels = columnLabels
    }
  }

  /// Over the finite values; `nonFinite` counts the others.
  public struct Statistics: Codable, Equatable, Sendable {
    public var minimum: Float
    public var maximum: Float
    public var mean: Float
    /// Of the population, not of a sample.
    public var standardDeviation: Float
    public var nonFinite: Int

    public init(minimum: Float, maximum: Float, mean: Float, standardDeviation: Float, nonFinite: Int = 0) {
      self.minimum = minimum
      self.maximum = maximum
      self.mean = mean
      self.standardDeviation = standardDeviation
      self.nonFinite = nonFinite
    }
  }
}

/// Attention weights, `[heads, queries, keys]` row-major, with a label for each query (row) and key (column).
public struct AttentionRecord: Codable, Equatable, Sendable {
  public var heads: Int
  public var queries: Int
  public var keys: Int
  public var rowLabels: [String]
  public var columnLabels: [String]
  public var values: [Float]
  /// The size before it was cut to fit, `[heads, queries, keys]`; nil if nothing was cut.
  public var cutFrom: [Int]?

  public init(
    heads: Int, queries: Int, keys: Int, rowLabels: [String], columnLabels: [String], values: [Float],
    cutFrom: [Int]? = nil
  ) {
    self.heads = heads
    self.queries = queries
    self.keys = keys
    self.rowLabels = rowLabels
    self.columnLabels = columnLabels
    self.values = values
    self.cutFrom = cutFrom
  }
}

/// One name logged again and again, as a loop does.
public struct SeriesRecord: Codable, Equatable, Sendable {
  /// How many values were logged.
  public var count: Int
  public var last: Double
  public var minimum: Double
  public var maximum: Double
  /// A bounded selection, evenly spaced from the first value, in order; the last value is not necessarily among them.
  public var values: [Double]
  /// `values[i]` is logged value number `i * stride`.
  public var stride: Int

  public init(count: Int, last: Double, minimum: Double, maximum: Double, values: [Double], stride: Int) {
    self.count = count
    self.last = last
    self.minimum = minimum
    self.maximum = maximum
    self.values = values
    self.stride = stride
  }
}

/// How far a long computation is. Records of one name replace each other on a terminal.
public struct ProgressRecord: Codable, Equatable, Sendable {
  public var done: Int
  /// 0 if unknown.
  public var total: Int
  /// Latest values, such as `loss` and `tokensPerSecond`.
  public var metrics: [String: Double]
  /// Wall time since it began.
  public var seconds: Double

  public init(done: Int, total: Int, metrics: [String: Double], seconds: Double) {
    self.done = done
    self.total = total
    self.metrics = metrics
    self.seconds = seconds
  }
}

/// Rows of text under column titles.
public struct TableRecord: Codable, Equatable, Sendable {
  public var columns: [String]
  public var rows: [[String]]
  /// How many rows there were before the cap.
  public var totalRows: Int

  public init(columns: [String], rows: [[String]], totalRows: Int? = nil) {
    self.columns = columns
    self.rows = rows
    self.totalRows = totalRows ?? rows.count
  }
}

/// Probabilities of labelled outcomes, such as the next token, most probable first.
public struct DistributionRecord: Codable, Equatable, Sendable {
  public var labels: [String]
  public var probabilities: [Double]
  /// How many outcomes there were before the cap.
  public var outcomes: Int

  public init(labels: [String], probabilities: [Double], outcomes: Int? = nil) {
    self.labels = labels
    self.probabilities = probabilities
    self.outcomes = outcomes ?? labels.count
  }
}

/// What the step printed.
public struct TextRecord: Codable, Equatable, Sendable {
  public enum Stream: String, Codable, Sendable { case stdout, stderr }
  public var stream: Stream
  public var text: String

  public init(stream: Stream, text: String) {
    self.stream = stream
    self.text = text
  }
}

/// A drawing.
public struct PictureRecord: Codable, Equatable, Sendable {
  public var svg: String
  /// The picture in words, for a terminal and for those who do not see it.
  public var alternative: String
  /// The curves or points that the picture shows, if it is of that kind: a terminal draws them.
  public var chart: ChartRecord?

  public init(svg: String, alternative: String, chart: ChartRecord? = nil) {
    self.svg = svg
    self.alternative = alternative
    self.chart = chart
  }
}

/// Why a step failed. The record's `line` is where, as near as is known.
public struct FailureRecord: Codable, Equatable, Sendable {
  public enum Reason: String, Codable, Sendable {
    /// The compiler rejected the step.
    case compileError
    /// An error reached the top of the step.
    case thrown
    /// The step stopped itself: index out of range, overflow, failed precondition, a crash.
    case trapped
    case timedOut
    /// Ended from outside or by its own `exit`: memory or output limit, interrupt, a signal.
    case killed
    /// The text printed is not what the `expect` block says.
    case mismatch
  }
  public var reason: Reason
  /// From 1, in UTF-8 bytes as the compiler counts.
  public var column: Int?
  public var message: String
  /// The file `line` is in, when that is not the lesson (an included file).
  public var file: String?

  public init(reason: Reason, column: Int? = nil, message: String, file: String? = nil) {
    self.reason = reason
    self.column = column
    self.message = message
    self.file = file
  }
}
