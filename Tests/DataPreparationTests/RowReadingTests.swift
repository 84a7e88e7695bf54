// Data sets as they are found: layouts that are known, columns that are named, and what is wrong said in a sentence.
import DataPreparation
import DocumentReading
import Testing
import YAMLReading
import YAMLTrees

struct RowReadingTests {
  private func read(_ text: String, _ file: String = "rows.jsonl", _ columns: ColumnMapping? = nil) throws -> RowFile {
    try RowFile.parse(Array(text.utf8), file: file, columns: columns)
  }

  @Test("layouts are recognised by their columns")
  func layouts() throws {
    let turns: [TrainingRow.Turn] = [.init(.system, "be kind"), .init(.user, "q"), .init(.assistant, "a")]
    let chat = TrainingRow(.conversation, instruction: "q", answer: "a", turns: turns)
    let cases: [(String, TrainingRow)] = [
      (#"{"question":"q","answer":"a"}"#, TrainingRow(.questionAnswer, instruction: "q", answer: "a")),
      (
        #"{"question":"q","answer":"a","context":"c","id":7}"#,
        TrainingRow(.questionAnswer, instruction: "q", input: "c", answer: "a", columns: ["id": "7"])
      ),
      (
        #"{"instruction":"i","input":"","output":"o"}"#, TrainingRow(.instruction, instruction: "i", answer: "o")
      ),
      (
        #"{"instruction":"i","input":"x","output":"o"}"#,
        TrainingRow(.instruction, instruction: "i", input: "x", answer: "o")
      ),
      (#"{"prompt":"p","completion":"c"}"#, TrainingRow(.instruction, instruction: "p", answer: "c")),
      (
        #"{"prompt":"p","chosen":"good","rejected":"bad"}"#,
        TrainingRow(.instruction, instruction: "p", answer: "good", columns: ["rejected": "bad"])
      ),
      (
        #"{"messages":[{"role":"system","content":"be kind"},{"role":"user","content":"q"},"#
          + #"{"role":"assistant","content":"a"}]}"#, chat
      ),
      (
        #"{"conversations":[{"from":"system","value":"be kind"},{"from":"human","value":"q"},"#
          + #"{"from":"gpt","value":"a"}]}"#, chat
      ),
      (
        #"{"chosen":"\n\nHuman: hello\nthere\n\nAssistant: good","rejected":"\n\nHuman: hello\n\nAssistant: bad"}"#,
        TrainingRow(
          .conversation, instruction: "hello\nthere", answer: "good",
          turns: [.init(.user, "hello\nthere"), .init(.assistant, "good")],
          columns: ["rejected": "\n\nHuman: hello\n\nAssistant: bad"])
      ),
      (
        #"{"document":"long","summary":"short"}"#,
        TrainingRow(.summary, instruction: "Summarise the text.", input: "long", answer: "short")
      ),
      (#"{"text":"raw","score":0.5}"#, TrainingRow(.text, answer: "raw", score: 0.5)),
      (
        #"{"instruction":"Why?","answer":"so","evidence":{"file":"f","page":1,"start":0,"end":2}}"#,
        TrainingRow(
          .questionAnswer, instruction: "Why?", answer: "so", evidence: Evidence(file: "f", page: 1, start: 0, end: 2))
      ),
    ]
    for (line, row) in cases {
      let file = try read(line)
      #expect(file.rows == [row] && file.problems.isEmpty, "\(line): \(file.rows) \(file.problems)")
    }
  }

  @Test("CSV with commas, semicolons and tabs; texts in quotation marks; a byte order mark; lines that end in CR LF")
  func csv() throws {
    let row = TrainingRow(.questionAnswer, instruction: "a, \"b\"\nc", answer: "é")
    #expect(try read("question,answer\r\n\"a, \"\"b\"\"\nc\",é\r\n\r\n", "r.csv").rows == [row])
    #expect(try read("\u{FEFF}question;answer\n\"a, \"\"b\"\"\nc\";é", "r.csv").rows == [row])
    #expect(try read("answer\tquestion\né\t\"a, \"\"b\"\"\nc\"\n", "r.tsv").rows == [row])
  }

  @Test("a JSON array is rows, too")
  func array() throws {
    let file = try read("[\n {\"question\": \"q\",\n  \"answer\": \"a\"}, 3]", "r.json")
    #expect(file.rows == [TrainingRow(.questionAnswer, instruction: "q", answer: "a")])
    #expect(file.problems.map(\.description) == ["r.json:1: row 2: it is an integer; a row is an object"])
  }

  @Test("columns are named on the command line or in a recipe")
  func mapping() throws {
    let columns = try ColumnMapping(parsing: "question=Frage,answer=Antwort")
    #expect(columns.kind == .questionAnswer)
    #expect(try ColumnMapping(YAMLNode(parsing: "question: Frage\nanswer: Antwort"), file: "r.yaml") == columns)
    let text = #"{"Frage":"Warum?","Antwort":"Darum.","Seite":3}"#
    #expect(
      try read(text, "r.jsonl", columns).rows == [
        TrainingRow(.questionAnswer, instruction: "Warum?", answer: "Darum.", columns: ["Seite": "3"])
      ])
    let comma = try ColumnMapping(parsing: "\"text=a, b\",summary=c=d")
    #expect(comma.columns == [.init(.text, "a, b"), .init(.summary, "c=d")])
  }

  @Test(
    "a mapping that makes no row is refused with what would do",
    arguments: [
      ("qestion=a,answer=b", ["\"qestion\" is no field", "the nearest is question"]),
      ("question=a", ["make no row", "question and answer"]), ("question", ["question=Frage"]),
      ("question=a,question=b,answer=c", ["two columns"]), ("question=,answer=b", ["\"question=\""]),
      ("", ["make no row"]), ("\"question=a", ["not closed"]), ("question=a,answer=b,messages=c", ["no messages"]),
    ])
  func mappingMistakes(_ text: String, _ words: [String]) {
    let error = #expect(throws: RowError.self) { try ColumnMapping(parsing: text) }
    for word in words { #expect(error?.description.contains(word) == true, "\(String(describing: error))") }
  }

  @Test("a mistake in a recipe is said with its place")
  func recipeMistake() {
    let error = #expect(throws: RowError.self) {
      try ColumnMapping(YAMLNode(parsing: "question: Frage\nanswr: Antwort"), file: "r.yaml")
    }
    #expect(error?.description.hasPrefix("r.yaml:2:1: \"answr\" is no field; the nearest is answer") == true)
  }

  @Test("columns that are not there are said in plain words, with the nearest and all that are")
  func wrongColumns() throws {
    let misspelt = #expect(throws: RowError.self) { try read(#"{"qestion":"q","answer":"a"}"#) }
    for words in ["\"qestion\" is probably \"question\"", "question=qestion,answer=answer"] {
      #expect(misspelt?.description.contains(words) == true, "\(String(describing: misspelt))")
    }
    let strange = #expect(throws: RowError.self) { try read("x,y\n1,2", "r.csv") }
    #expect(strange?.description.contains("\"x\", \"y\"") == true && strange?.description.contains("messages") == true)
    let columns = try ColumnMapping(parsing: "question=Frage,answer=Antwort")
    let missing = #expect(throws: RowError.self) { try read("Fragen,Antwort\na,b", "r.csv", columns) }
    #expect(
      missing?.description == "r.csv: it has no column \"Frage\", which is said to be the question; the nearest is "
        + "\"Fragen\". Its columns: \"Fragen\", \"Antwort\"")
  }

  @Test("rows that are wrong are left out, each with its line, its number and what is there")
  func wrongRows() throws {
    let text = """
      {"question":"q1","answer":"a1"}

      {"question":"q2","anwser":"a2"}
      {"question":"q3","answer":"  "}
      {"question":"q4","answer":["a4"]}
      not json
      [1]
      {"question":"q5","answer":null,"id":1}
      {"question":"q6","answer":6}
      """
    let file = try read(text)
    #expect(file.rows.map(\.instruction) == ["q1", "q6"] && file.rows.map(\.answer) == ["a1", "6"])
    #expect(
      file.problems.map(\.description) == [
        "rows.jsonl:3: row 2: \"answer\" is missing; the row has question, anwser; is \"anwser\" meant?",
        "rows.jsonl:4: row 3: \"answer\" is empty",
        "rows.jsonl:5: row 4: \"answer\" is an array, and a text is expected",
        "rows.jsonl:6: row 5: it is not JSON on one line; at column 2: expected null",
        "rows.jsonl:7: row 6: it is an array; a row is an object, as in {\"question\":…,\"answer\":…}",
        "rows.jsonl:8: row 7: \"answer\" is missing; the row has question, answer, id",
      ])
    let ragged = try read("question,answer\na,b\nc,d,e\nf\n", "r.csv")
    #expect(ragged.rows.count == 1 && ragged.problems.count == 2)
    #expect(ragged.problems[0].message.hasPrefix("it has 3 cells, and the heading row has 2"))
  }

  @Test(
    "conversations that are none are left out with the reason",
    arguments: [
      (#"[{"role":"user","content":"q"}]"#, "ends with a message of the user"), ("[]", "no messages"),
      (#"[{"role":"tool","content":"q"}]"#, "\"tool\""), (#"[{"content":"q"}]"#, "no role"),
      (#"[{"role":"user"}]"#, "no text"), ("[7]", "message 1 is an integer"), ("7", "an integer"),
      (#""hello""#, "without roles"),
    ])
  func wrongChats(_ messages: String, _ words: String) throws {
    let file = try read("{\"messages\":\(messages)}")
    #expect(file.rows.isEmpty && file.problems.count == 1)
    #expect(file.problems.first?.message.contains(words) == true, "\(file.problems)")
  }

  @Test("files that are no data sets are refused in a sentence")
  func wrongFiles() throws {
    let notText = #expect(throws: RowError.self) { try RowFile.parse([0xFF, 0xFE, 0x00], file: "r.csv") }
    #expect(notText?.description.contains("UTF-8") == true)
    for (text, file, words) in [
      ("x", "rows.xlsx", ".jsonl"), ("a,\"b", "r.csv", "r.csv:1"), ("a,a\n1,2", "r.csv", "two of its columns"),
      ("[1,", "r.json", "r.json:1:4"),
    ] {
      let error = #expect(throws: RowError.self) { try read(text, file) }
      #expect(error?.description.contains(words) == true, "\(String(describing: error))")
    }
    for path in ["/nowhere/rows.jsonl", "/tmp", "a\u{0}b.jsonl", "/dev/null"] {
      #expect(throws: RowError.self) { try RowFile.read(path) }
    }
    #expect(try read("").rows.isEmpty && read("\n\n").problems.isEmpty)
  }
}
