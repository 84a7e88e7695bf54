// Records of every kind, made as a lesson makes them. No randomness: the same pictures every time.
import StepRecords

enum Samples {
  /// Numbers that look random, from −1 to 1.
  static func noise(_ count: Int, seed: Int = 1) -> [Float] {
    var state = UInt32(truncatingIfNeeded: seed &* 7919 &+ 17)
    return (0..<count).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return Float(state >> 8) / Float(1 << 23) - 1
    }
  }

  static func tensor(
    _ shape: [Int], _ values: [Float], kept: [[Int]]? = nil, heatMap: TensorRecord.HeatMap? = nil
  ) -> TensorRecord {
    let finite = values.filter(\.isFinite)
    let mean = finite.reduce(0, +) / Float(max(finite.count, 1))
    let variance = finite.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(max(finite.count, 1))
    let statistics = TensorRecord.Statistics(
      minimum: finite.min() ?? 0, maximum: finite.max() ?? 0, mean: mean, standardDeviation: variance.squareRoot(),
      nonFinite: values.count - finite.count)
    return TensorRecord(
      shape: shape, statistics: values.isEmpty ? nil : statistics, values: values, kept: kept, heatMap: heatMap)
  }

  // MARK: Tensors

  static let scalar = Record(line: 12, name: "loss", content: .tensor(tensor([], [2.302_585])))
  static let vector = Record(line: 12, name: "bias", content: .tensor(tensor([4], [0.5, -0.25, 0, 1.125])))
  static let counts = Record(line: 12, name: "counts", content: .tensor(tensor([6], [3, 0, 12, 7, 104, 1])))
  static let matrix = Record(line: 12, name: "queryWeights", content: .tensor(tensor([4, 5], noise(20))))
  static let mixed = Record(
    line: 12, name: "scores",
    content: .tensor(tensor([3, 3], [1, -.infinity, 2.5, .nan, 0.000_012, -7, 0, 3, .infinity])))
  static let cube = Record(line: 12, name: "heads", content: .tensor(tensor([3, 4, 4], noise(48, seed: 2))))
  static let large = Record(
    line: 12, name: "model.blocks[0].attention.weights",
    content: .tensor(
      TensorRecord(
        shape: [512, 1024],
        statistics: .init(minimum: -0.0912, maximum: 0.0987, mean: 0.000_003_1, standardDeviation: 0.0201),
        values: noise(16 * 16, seed: 3).map { $0 / 10 },
        kept: [Array(0..<8) + Array(504..<512), Array(0..<8) + Array(1016..<1024)])))
  static let empty = Record(line: 12, name: "nothing", content: .tensor(tensor([0, 3], [])))
  static let lying = Record(line: 12, name: "odd", content: .tensor(tensor([3, 3], [1, 2, 3, 4])))

  // MARK: Heat maps

  static let words = ["the", "pilot", "greets", "the", "captain", "here"]
  static let labelledMap = Record(
    line: 30, name: "x",
    content: .tensor(
      tensor(
        [6, 4], [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1],
        heatMap: .init(rowLabels: words, columnLabels: ["article", "thing", "action", "place"]))))
  static let signedMap = Record(
    line: 30, name: "gradient", content: .tensor(tensor([6, 8], noise(48, seed: 4).map { $0 * 3 }, heatMap: .init())))
  static let wideMap = Record(
    line: 30, name: "positions",
    content: .tensor(
      tensor([12, 48], (0..<576).map { sine(Double($0 / 48) / (1 + Double($0 % 48) / 6)) }, heatMap: .init())))

  /// A sine by its series, so that no platform's library decides the last digit.
  private static func sine(_ x: Double) -> Float {
    var x = x.truncatingRemainder(dividingBy: 2 * .pi)
    if x > .pi { x -= 2 * .pi }
    var (term, sum) = (x, x)
    for n in 1...12 {
      term *= -x * x / Double((2 * n) * (2 * n + 1))
      sum += term
    }
    return Float((sum * 1e4).rounded() / 1e4)
  }

  // MARK: Attention

  /// Rows sum to 1; under a causal mask the keys after the query are 0.
  static func attention(
    heads: Int, queries: [String], keys: [String], isCausal: Bool = false, cutFrom: [Int]? = nil
  ) -> AttentionRecord {
    var values: [Float] = []
    let noise = noise(heads * queries.count * keys.count, seed: heads + queries.count)
    for head in 0..<heads {
      for query in queries.indices {
        var row = keys.indices.map { key -> Float in
          if isCausal && key > query { return 0 }
          let base = 1 + noise[(head * queries.count + query) * keys.count + key]
          let favourite = head == 0 ? max(query - 1, 0) : head == 1 ? 0 : head == 2 ? query : -1
          return base * base + (key == favourite ? 5 : 0) + 0.01
        }
        let sum = row.reduce(0, +)
        for key in row.indices { row[key] /= sum }
        values += row
      }
    }
    return AttentionRecord(
      heads: heads, queries: queries.count, keys: keys.count, rowLabels: queries, columnLabels: keys, values: values,
      cutFrom: cutFrom)
  }

  static let sentence = ["The", " ferry", " that", " carries", " the", " lamps", " leaves", " the", " pier", ".", "\n"]
  static let oneHead = Record(
    line: 44, name: "attention", content: .attention(attention(heads: 1, queries: words, keys: words)))
  static let causal = Record(
    line: 44, name: "causal attention",
    content: .attention(attention(heads: 1, queries: words, keys: words, isCausal: true)))
  static let fourHeads = Record(
    line: 44, name: "pattern",
    content: .attention(attention(heads: 4, queries: sentence, keys: sentence, isCausal: true)))
  static let translation = Record(
    line: 44, name: "cross attention",
    content: .attention(
      attention(
        heads: 2, queries: ["私", "は", "船", "です", "🙂"], keys: ["I", "am", "a", "ship", "🙂"])))
  static let longLabels = Record(
    line: 44, name: "retrieval",
    content: .attention(
      attention(
        heads: 1, queries: ["what does the ferry cost", "who repairs the lamps"],
        keys: ["the ferry to the island costs four crowns", "lamps are repaired in winter", "the pier is closed"])))
  static let manyTokens = Record(
    line: 44, name: "layer 3",
    content: .attention(
      attention(
        heads: 1, queries: (0..<48).map { "token\($0)" }, keys: (0..<48).map { "token\($0)" }, isCausal: true,
        cutFrom: [12, 128, 128])))

  // MARK: Curves

  static func loss(_ step: Int) -> Double {
    let wave = Double(noise(step + 1, seed: 5)[step]) * 0.12
    return ((0.9 + 3.1 / (1 + Double(step) / 9) + wave) * 1000).rounded() / 1000
  }
  static let shortSeries = Record(
    line: 50, name: "total",
    content: .series(SeriesRecord(count: 5, last: 15, minimum: 1, maximum: 15, values: [1, 3, 6, 10, 15], stride: 1)))
  static let lossSeries = Record(
    line: 50, name: "loss",
    content: .series(
      SeriesRecord(
        count: 300, last: loss(299), minimum: (0..<300).map(loss).min() ?? 0, maximum: (0..<300).map(loss).max() ?? 0,
        values: stride(from: 0, to: 300, by: 3).map(loss), stride: 3)))
  static let brokenSeries = Record(
    line: 50, name: "diverging",
    content: .series(
      SeriesRecord(
        count: 24, last: .nan, minimum: 1, maximum: 262_144, values: (0..<24).map { $0 < 19 ? Double(1 << $0) : .nan },
        stride: 1)))
  static let flatSeries = Record(
    line: 50, name: "rate",
    content: .series(
      SeriesRecord(
        count: 40, last: 0.001, minimum: 0.001, maximum: 0.001, values: Array(repeating: 0.001, count: 40), stride: 1)))

  // MARK: Progress

  static func progress(steps: Int, of total: Int) -> [ProgressRecord] {
    stride(from: 0, through: steps, by: 10).map { step in
      ProgressRecord(
        done: step, total: total, metrics: step == 0 ? [:] : ["loss": loss(step), "tokensPerSecond": 41_230],
        seconds: Double(step) * 0.151)
    }
  }
  static let running = progress(steps: 180, of: 300)
  static let finished = progress(steps: 300, of: 300)
  static let endless = [ProgressRecord(done: 4096, total: 0, metrics: [:], seconds: 12.4)]

  // MARK: Tables and distributions

  static let resultsTable = Record(
    line: 60, name: "results",
    content: .table(
      TableRecord(
        columns: ["model", "parameters", "loss", "accuracy"],
        rows: [
          ["bigram", "1,024", "2.31", "41.0 %"], ["n-gram, n = 4", "48,211", "1.72", "58.3 %"],
          ["GPT, 2 layers", "212,480", "1.21", "71.9 %"],
        ])))
  static let textTable = Record(
    line: 60, name: "documents",
    content: .table(
      TableRecord(
        columns: ["file", "page", "text"],
        rows: [
          ["harbour.pdf", "1", "The ferry leaves the north pier at seven, and again at noon when the tide allows it."],
          [
            "lamps.pdf", "12",
            "Lamps are repaired in winter. Who finds one dark tells the keeper, whose house is the red one behind the pier, "
              + "or writes it into the book that lies in the harbour office between eight and four; the keeper reads the "
              + "book every evening, and the ferry waits until the lamps of both piers are lit.",
          ],
          ["名簿.pdf", "3", "船長の名前 🙂"],
        ], totalRows: 1204)))
  static let nextToken = Record(
    line: 64, name: "next",
    content: .distribution(
      DistributionRecord(
        labels: [" pier", " ferry", " the", "\n", " 船", " unexpectedly", ""],
        probabilities: [0.412, 0.203, 0.118, 0.0605, 0.031, 0.0004, 0.000_02], outcomes: 50_257)))

  // MARK: Values, text, pictures

  static let number = Record(line: 3, name: "vocabularySize", content: .value(ValueRecord(type: "Int", text: "1024")))
  static let bare = Record(line: 3, name: "", content: .value(ValueRecord(type: "Bool", text: "true")))
  static let longValue = Record(
    line: 3, name: "merges",
    content: .value(
      ValueRecord(
        type: "[(String, String)]",
        text: "[" + (0..<24).map { "(\"t\($0)\", \"h\($0)\")" }.joined(separator: ", ") + ", … 976 more]")))
  static let manyLines = Record(
    line: 3, name: "poem",
    content: .value(
      ValueRecord(type: "String", text: (1...30).map { "line \($0) of the poem" }.joined(separator: "\n"))))
  static let repeated = Record(
    line: 3, name: "word", times: 240, occurrence: 240, content: .value(ValueRecord(type: "String", text: "\"pier\"")))
  static let printed = Record(
    line: nil, content: .text(TextRecord(stream: .stdout, text: "epoch\tloss\n1\t2.31\n2\t1.98\n")))
  static let complaint = Record(
    line: nil, content: .text(TextRecord(stream: .stderr, text: "warning: 3 rows were too short and left out\n")))
  static let hostileText = Record(
    line: nil,
    content: .text(
      TextRecord(
        stream: .stdout, text: "a\u{1b}[31mred\u{1b}]0;title\u{7}b\r\nbell\u{7} \u{202e}gnorw \u{9b}2J<script>&\"'")))
  static let drawing = Record(
    line: 70, name: "sketch",
    content: .picture(
      PictureRecord(
        svg: "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 60\" width=\"120\" height=\"60\">"
          + "<circle cx=\"30\" cy=\"30\" r=\"25\" fill=\"#c04000\"/><path d=\"M60 50 L110 10\" stroke=\"#0060c0\" "
          + "stroke-width=\"6\"/></svg>", alternative: "a red disc, and right of it a blue line that rises")))

  static let curves = Record(
    line: 71, name: "accuracy",
    content: .picture(
      PictureRecord(
        svg: "<svg/>", alternative: "two curves that meet",
        chart: ChartRecord(
          series: [
            .init(name: "early", x: [0, 1, 2], y: [0.6, 0.9, 1], lower: [0.4, 0.85, 1], upper: [0.8, 0.95, 1]),
            .init(name: "late", x: [0, 1, 2], y: [0.4, 0.5, 0.95]),
          ], isJoined: true, xTitle: "labels", yTitle: "right", xLabels: ["10", "100", "1000"]))))
  static let points = Record(
    line: 72, name: "places",
    content: .picture(
      PictureRecord(
        svg: "<svg/>", alternative: "two groups of points",
        chart: ChartRecord(
          series: [
            .init(name: "here", x: [0, 1, 0.5], y: [0, 0.2, .nan]), .init(name: "there", x: [3, 4], y: [2, 2.5]),
          ], isJoined: false, xTitle: "east", yTitle: "north"))))

  // MARK: Failures

  /// The first line of the step "scores" of the sample lesson.
  static let scoresLine = lesson.steps[1].source.firstLine

  static let compileError = Record(
    line: scoresLine + 1,
    content: .failure(
      FailureRecord(
        reason: .compileError, column: 18,
        message:
          "cannot convert value of type 'Tensor' to specified type 'Int'\nnote: this is a Tensor; .item() gives its number"
      )))
  static let trapped = Record(
    line: scoresLine, content: .failure(FailureRecord(reason: .trapped, column: 7, message: "Index out of range")))
  static let timedOut = Record(
    line: 90,
    content: .failure(
      FailureRecord(
        reason: .timedOut,
        message:
          "still running after 10 s. Look for a loop that does not end, or give the step more time: timeout=SECONDS "
          + "on its first line, or --timeout")))
  static let mismatch = Record(
    line: 97,
    content: .failure(
      FailureRecord(
        reason: .mismatch,
        message:
          "the output is not what is expected (- expected, + printed)\n  epoch 1\n- loss ≈0.330\n+ loss 0.412\n  done"))
  )
}
