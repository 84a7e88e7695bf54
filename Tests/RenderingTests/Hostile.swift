// Records as nobody means them: text that attacks a terminal or a page, numbers and shapes that lie.
import StepRecords

enum Hostile {
  static let texts = [
    "", " ", "\n", "\t", "\u{0}", "\u{1b}[2J\u{1b}]0;title\u{7}", "\r\nover", "\u{9b}31m",
    "a\u{202e}b\u{2066}c\u{2028}d",
    "</pre></svg><script>alert(1)</script>", "\" onload=\"x()\" '", "&amp; <b>", "--><!-- ]]>", "`~~~\n```\n",
    "{{step.x}}",
    "👩‍👩‍👧‍👦🇩🇪👍🏽❤️", "漢字かな交じり文", "\u{301}", "e\u{301}\u{302}\u{303}\u{304}", "\u{200b}\u{feff}\u{ad}",
    String(repeating: "w", count: 400), String(repeating: "船", count: 90),
    "many words " + String(repeating: "of text ", count: 60),
    "javascript:alert(1)",
  ]

  /// One record of every kind with the text wherever a step could put one.
  static func records(saying text: String) -> [Record] {
    let contents: [Record.Content] = [
      .value(ValueRecord(type: text, text: text)),
      .tensor(Samples.tensor([1, 2], [1, -2], heatMap: .init(rowLabels: [text], columnLabels: [text, text]))),
      .tensor(Samples.tensor([2], [1, 2])),
      .attention(Samples.attention(heads: 2, queries: [text, "b"], keys: [text, text, text])),
      .series(SeriesRecord(count: 3, last: 3, minimum: 1, maximum: 3, values: [1, 2, 3], stride: 1)),
      .progress(ProgressRecord(done: 1, total: 3, metrics: [text: 1, "loss": 2], seconds: 1)),
      .table(TableRecord(columns: [text, "b"], rows: [[text], [text, text, text]])),
      .distribution(DistributionRecord(labels: [text, text], probabilities: [0.5, 0.25], outcomes: 9)),
      .text(TextRecord(stream: .stdout, text: text)), .text(TextRecord(stream: .stderr, text: text)),
      .picture(PictureRecord(svg: text, alternative: text)),
      .failure(FailureRecord(reason: .thrown, column: 3, message: text, file: text)),
      .failure(FailureRecord(reason: .mismatch, message: text)),
    ]
    return contents.map { Record(line: 21, name: text, times: 7, occurrence: 3, content: $0) }
  }

  private static let odd: [Double] = [
    .nan, .infinity, -.infinity, 0, -0.0, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude,
    1e-5,
    123_456_789,
  ]

  /// Numbers at the ends of their types, and values that do not fill what they claim.
  static let lies: [Record] = {
    var contents: [Record.Content] = []
    let floats = odd.map(Float.init)
    let wholes = [Int.min, -1, 0, 1, Int.max]
    for shape in [
      [], [0], [10], [2, 5], [5, 2, 1], [1, 1, 1, 2, 5], [3], [-1, -10], [Int.max, Int.max], [Int.max, 0], [Int.max],
    ] {
      for kept in [nil, shape.map { _ in [0] }, [[0, 1], [0, 1, 2, 3, 4]], [[4, 3]], [[Int.max - 1]]] {
        for heatMap in [nil, TensorRecord.HeatMap(rowLabels: ["a"])] {
          contents.append(
            .tensor(TensorRecord(shape: shape, statistics: nil, values: floats, kept: kept, heatMap: heatMap)))
        }
      }
    }
    let sparse = (0..<10).map { $0 * 7 }
    contents.append(
      .tensor(
        TensorRecord(
          shape: [70, 70], statistics: .init(minimum: .nan, maximum: .nan, mean: .nan, standardDeviation: .nan),
          values: Samples.noise(100), kept: [sparse, sparse], heatMap: .init())))
    for heads in wholes {
      for keys in wholes {
        contents.append(
          .attention(
            AttentionRecord(
              heads: heads, queries: 2, keys: keys, rowLabels: [], columnLabels: ["a"], values: [0.5, .nan],
              cutFrom: [1, heads, keys])))
      }
    }
    contents.append(
      .attention(
        AttentionRecord(
          heads: 40, queries: 3, keys: 3, rowLabels: ["a"], columnLabels: [], values: Samples.noise(360),
          cutFrom: [Int.max])))
    contents.append(
      .attention(
        AttentionRecord(
          heads: 1, queries: 1, keys: 500, rowLabels: [], columnLabels: [], values: Array(repeating: 0.002, count: 500))
      ))
    for count in wholes {
      for stride in wholes {
        contents.append(
          .series(
            SeriesRecord(count: count, last: .nan, minimum: .infinity, maximum: -.infinity, values: odd, stride: stride)
          ))
        contents.append(
          .series(SeriesRecord(count: count, last: 1, minimum: 0, maximum: 2, values: [0, 2], stride: stride)))
        contents.append(
          .progress(
            ProgressRecord(
              done: count, total: stride, metrics: ["loss": .nan, "tokensPerSecond": .infinity], seconds: .nan)))
      }
      contents.append(.table(TableRecord(columns: [], rows: [[], ["1"]], totalRows: count)))
      contents.append(.distribution(DistributionRecord(labels: [], probabilities: odd, outcomes: count)))
      contents.append(.failure(FailureRecord(reason: .trapped, column: count, message: "")))
    }
    contents.append(.table(TableRecord(columns: (0..<200).map(String.init), rows: [(0..<90).map(String.init)])))
    contents.append(.distribution(DistributionRecord(labels: ["a"], probabilities: [], outcomes: 0)))
    return contents.map { Record(line: Int.max, name: "a lie", times: Int.max, occurrence: Int.min, content: $0) }
  }()

  static let all = texts.flatMap(records) + lies
}
