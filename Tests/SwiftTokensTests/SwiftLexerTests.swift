import SwiftTokens
import Testing

@Suite("Swift lexer")
struct SwiftLexerTests {
  /// Tokens other than whitespace, as `kind text`.
  private func words(_ source: String) -> [String] {
    let bytes = Array(source.utf8)
    return SwiftLexer.tokens(of: source).filter { $0.kind != .whitespace }
      .map { "\($0.kind) \(String(decoding: bytes[$0.range], as: UTF8.self))" }
  }

  @Test("a declaration has keywords, names, numbers, operators and punctuation")
  func declaration() {
    #expect(
      words("let x_1 = 0xff_ff + 1_000.5e-3") == [
        "keyword let", "identifier x_1", "operatorSign =", "number 0xff_ff", "operatorSign +", "number 1_000.5e-3",
      ])
  }

  @Test("ranges and tuple members are not fractions")
  func dotsAfterNumbers() {
    #expect(words("0..<5") == ["number 0", "operatorSign ..<", "number 5"])
    #expect(words("a.0.1") == ["identifier a", "punctuation .", "number 0", "punctuation .", "number 1"])
    #expect(words("0xff.description") == ["number 0xff", "punctuation .", "identifier description"])
    #expect(words("0x1.8p-3") == ["number 0x1.8p-3"])
  }

  @Test("block comments nest")
  func nestedComments() {
    #expect(words("/* a /* b */ c */ x") == ["comment /* a /* b */ c */", "identifier x"])
  }

  @Test("a line comment ends before its newline")
  func lineComment() {
    #expect(words("x // y\nz") == ["identifier x", "comment // y", "identifier z"])
  }

  @Test("an operator stops where a comment starts")
  func operatorBeforeComment() {
    #expect(words("a +// c") == ["identifier a", "operatorSign +", "comment // c"])
    #expect(words("a -/* c */b") == ["identifier a", "operatorSign -", "comment /* c */", "identifier b"])
  }

  @Test("interpolations are code, nested strings and parentheses included")
  func interpolation() {
    #expect(
      words(#""a \(f("b \(c)", (d))) e""#) == [
        #"string "a "#, #"punctuation \("#, "identifier f", "punctuation (", #"string "b "#, #"punctuation \("#,
        "identifier c", "punctuation )", #"string ""#, "punctuation ,", "punctuation (", "identifier d",
        "punctuation )", "punctuation )", "punctuation )", #"string  e""#,
      ])
  }

  @Test("raw strings keep backslashes and quotes, and interpolate with their number signs")
  func rawStrings() {
    #expect(words(##"#"a "b" \(c) \n"#"##) == [##"string #"a "b" \(c) \n"#"##])
    #expect(
      words(##"#"a \#(b) c"#"##) == [
        ##"string #"a "##, ##"punctuation \#("##, "identifier b", "punctuation )", ##"string  c"#"##,
      ])
    #expect(words(###"##"a "# b"## c"###) == [###"string ##"a "# b"##"###, "identifier c"])
    #expect(words(##"#"""# x"##) == [##"string #"""#"##, "identifier x"])
  }

  @Test("multi-line strings hold quotes and newlines")
  func multilineStrings() {
    let source = "\"\"\"\n a \"b\" \\\"\"\" \\(c)\n \"\"\" + d"
    #expect(
      words(source) == [
        "string \"\"\"\n a \"b\" \\\"\"\" ", "punctuation \\(", "identifier c", "punctuation )",
        "string \n \"\"\"", "operatorSign +", "identifier d",
      ])
    #expect(words("#\"\"\"\n\"\"\" \\(x)\n\"\"\"# y") == ["string #\"\"\"\n\"\"\" \\(x)\n\"\"\"#", "identifier y"])
  }

  @Test("an unterminated string ends with its line")
  func unterminatedString() {
    #expect(words("\"abc\nlet x") == ["string \"abc", "keyword let", "identifier x"])
  }

  @Test(
    "a slash where an operand is due starts a regular expression",
    arguments: ["s.split(separator: /,\\s*/)", "let r = /a(b)\\/c/", "return /x+/", "f(/[a-z]{2}/)"])
  func regexLiterals(source: String) {
    #expect(words(source).contains { $0.hasPrefix("string /") && $0.hasSuffix("/") })
  }

  @Test(
    "a slash between operands, or as a function, is an operator",
    arguments: [
      "a / b / c", "a/b/c", "xs.reduce(1, /) / 2", "(a)/(b)/2", "x[0]/y/2", "let f = (/)", "a! / b / c", "1 / 2",
    ])
  func divisions(source: String) {
    #expect(!words(source).contains { $0.hasPrefix("string") })
  }

  @Test("extended regular expressions span lines")
  func extendedRegex() {
    #expect(words("#/a/b/# x") == ["string #/a/b/#", "identifier x"])
    #expect(words("#/\n a / b\n/# x") == ["string #/\n a / b\n/#", "identifier x"])
  }

  @Test("keywords are names after a dot, in backticks and as labels")
  func keywordsAsNames() {
    #expect(words("x.default") == ["identifier x", "punctuation .", "identifier default"])
    #expect(words("`class`") == ["identifier `class`"])
    #expect(words("f(for: x)").contains("identifier for"))
    #expect(words("default: x").first == "keyword default")
    #expect(words("a ? nil : true").contains("keyword nil"))
  }

  @Test("contextual keywords are keywords only in their place")
  func contextualKeywords() {
    #expect(words("some View").first == "keyword some")
    #expect(words("set.insert(x)").first == "identifier set")
    #expect(
      words("var x: Int { get { 1 } set { } }").filter { $0.hasPrefix("keyword") } == [
        "keyword var", "keyword get", "keyword set",
      ])
    #expect(words("async let x = 1").first == "keyword async")
    #expect(words("let final = 1").contains("identifier final"))
  }

  @Test("attributes and directives take their sign with them")
  func attributes() {
    #expect(words("@MainActor #if DEBUG") == ["attribute @MainActor", "attribute #if", "identifier DEBUG"])
  }

  @Test("names and operators go beyond ASCII")
  func unicode() {
    #expect(
      words("größe ≈ 数 × 🙂") == [
        "identifier größe", "operatorSign ≈", "identifier 数", "operatorSign ×", "identifier 🙂",
      ])
  }
}
