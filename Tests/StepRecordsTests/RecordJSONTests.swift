import StepRecords
import Testing

/// Records and events as the lines that programs read.
struct RecordJSONTests {
  private func text(_ event: RunEvent) throws -> String { String(decoding: try RecordJSON.line(event), as: UTF8.self) }

  @Test("an event is one line that ends with a newline, whatever it holds")
  func oneLine() throws {
    let line = try text(.record(step: "a", Record(content: .text(TextRecord(stream: .stdout, text: "two\nlines\r\n")))))
    #expect(line.split(separator: "\n", omittingEmptySubsequences: false).count == 2)
    #expect(line.hasSuffix("\n"))
  }

  @Test("the lesson, its steps and its end are written with the fields of the command line's contract")
  func events() throws {
    #expect(
      try text(.lesson(path: "a/b.md", title: "T", steps: 7))
        == #"{"event":"lesson","path":"a/b.md","steps":7,"title":"T"}"# + "\n")
    #expect(
      try text(.stepStarted(step: "scores", index: 3, line: 41, cached: true))
        == #"{"cached":true,"event":"stepStarted","index":3,"line":41,"step":"scores"}"# + "\n")
    let end = RunEvent.StepEnd(status: .ok, compileSeconds: 0.5, linkSeconds: 0.25, runSeconds: 2)
    #expect(
      try text(.stepEnded(step: "scores", end))
        == #"{"compileSeconds":0.5,"event":"stepEnded","linkSeconds":0.25,"runSeconds":2,"status":"ok","step":"scores"}"#
        + "\n")
    #expect(
      try text(.lessonEnded(status: .failed, seconds: 1.5))
        == #"{"event":"lessonEnded","seconds":1.5,"status":"failed"}"# + "\n")
  }

  @Test("a tensor record has kind, name, line, shape, statistics and values")
  func tensor() throws {
    let record = Record(
      line: 44, name: "weights",
      content: .tensor(
        TensorRecord(
          shape: [2],
          statistics: .init(minimum: 1, maximum: 2, mean: 1.5, standardDeviation: 0.5), values: [1, 2])))
    #expect(
      try text(.record(step: "s", record))
        == #"{"event":"record","kind":"tensor","line":44,"name":"weights","shape":[2],"#
        + #""statistics":{"maximum":2,"mean":1.5,"minimum":1,"nonFinite":0,"standardDeviation":0.5},"#
        + #""step":"s","values":[1,2]}"# + "\n")
  }

  @Test("a failure says why, where and what")
  func failure() throws {
    let failure = FailureRecord(reason: .compileError, column: 35, message: "no")
    #expect(
      try text(.record(step: "s", Record(line: 43, content: .failure(failure))))
        == #"{"column":35,"event":"record","kind":"failure","line":43,"message":"no","reason":"compileError","step":"s"}"#
        + "\n")
  }

  @Test("numbers that JSON lacks come back as they went", arguments: [Double.infinity, -.infinity])
  func infinities(_ value: Double) throws {
    let record = Record(
      content: .series(
        SeriesRecord(count: 1, last: value, minimum: value, maximum: value, values: [value], stride: 1)))
    #expect(try RecordJSON.decode(Record.self, from: RecordJSON.line(record)) == record)
  }

  @Test("every kind of record is read as it was written", arguments: RecordJSONTests.oneOfEach)
  func roundTrip(_ record: Record) throws {
    #expect(try RecordJSON.decode(Record.self, from: RecordJSON.line(record)) == record)
    let event = RunEvent.record(step: "s", record)
    #expect(try RecordJSON.decode(RunEvent.self, from: RecordJSON.line(event)) == event)
  }

  static let oneOfEach: [Record] = [
    Record(line: 1, name: "a", content: .value(ValueRecord(type: "Int", text: "3"))),
    Record(
      line: 1, name: "a", times: 9, occurrence: 8, content: .value(ValueRecord(type: "String", text: "\"é\u{1}\""))),
    Record(content: .tensor(TensorRecord(shape: [0, 4], statistics: nil, values: []))),
    Record(
      content: .tensor(
        TensorRecord(
          shape: [3, 1], statistics: .init(minimum: 0, maximum: 2, mean: 1, standardDeviation: 1, nonFinite: 1),
          values: [0, 2], kept: [[0, 2], [0]], heatMap: .init(rowLabels: ["a"], columnLabels: [])))),
    Record(
      content: .attention(
        AttentionRecord(
          heads: 1, queries: 1, keys: 2, rowLabels: ["a"], columnLabels: ["a", "b"], values: [0.25, 0.75],
          cutFrom: [1, 1, 9]))),
    Record(content: .series(SeriesRecord(count: 2, last: 1, minimum: 0, maximum: 1, values: [0, 1], stride: 1))),
    Record(content: .progress(ProgressRecord(done: 1, total: 2, metrics: ["loss": 1.5], seconds: 3))),
    Record(content: .table(TableRecord(columns: ["a"], rows: [["1"]], totalRows: 5))),
    Record(content: .distribution(DistributionRecord(labels: ["a"], probabilities: [0.5], outcomes: 2))),
    Record(content: .text(TextRecord(stream: .stderr, text: "x"))),
    Record(content: .picture(PictureRecord(svg: "<svg/>", alternative: "nothing"))),
    Record(
      content: .picture(
        PictureRecord(
          svg: "<svg/>", alternative: "a curve",
          chart: ChartRecord(
            series: [.init(name: "s", x: [0, 1], y: [2, .infinity], lower: [1, 1], upper: [3, 3])], isJoined: true,
            xTitle: "x", yTitle: "y", xLabels: ["10", "100"])))),
    Record(line: 2, content: .failure(FailureRecord(reason: .trapped, message: "m", file: "f.swift"))),
  ]
}
