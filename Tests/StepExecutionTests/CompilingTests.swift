import LessonDocuments
import Testing

@testable import StepExecution

/// The pure parts of compiling a step.
struct DiagnosticReaderTests {
  static let source = SourceText(text: "let a = b\nb", file: "l.md", firstLine: 41, columnOffsets: [2, 4])

  @Test("an error is mapped to its line and column in the lesson, with its notes")
  func place() {
    let output = """
      Step_3.swift:2:5: error: cannot find 'b' in scope
      b
          ^
      Step_3.swift:1:1: note: did you mean 'a'?
      """
    #expect(
      DiagnosticReader.errors(in: output, compiledFile: "Step_3.swift", source: Self.source) == [
        Diagnostic(
          file: "l.md", position: SourcePosition(line: 42, column: 9), message: "cannot find 'b' in scope",
          notes: ["did you mean 'a'?"])
      ])
  }

  @Test("warnings and their notes are left out")
  func warnings() {
    let output = """
      Step_3.swift:1:1: warning: unused
      Step_3.swift:1:1: note: of the warning
      Step_3.swift:1:2: error: wrong: really
      """
    let errors = DiagnosticReader.errors(in: output, compiledFile: "Step_3.swift", source: Self.source)
    #expect(errors.map(\.message) == ["wrong: really"])
    #expect(errors[0].notes.isEmpty)
  }

  @Test("an error without a place in the step has none")
  func placeless() {
    let errors = DiagnosticReader.errors(
      in: "<unknown>:0: error: no input\nerror: plain", compiledFile: "Step_3.swift", source: Self.source)
    #expect(errors.map(\.message) == ["no input", "plain"])
    #expect(errors.allSatisfy { $0.position == nil })
  }
}

struct HostMessageTests {
  @Test("a report of a signal has its number and its frames, innermost first")
  func signal() {
    #expect(
      HostMessage("signal\n4\n1a0 /cache/libStep_1.so\n2f /a folder/libx.so")
        == .signal(
          4,
          [
            .init(address: 0x1A0, library: "/cache/libStep_1.so"),
            .init(address: 0x2F, library: "/a folder/libx.so"),
          ]))
  }

  @Test("each word of the protocol is understood")
  func words() {
    #expect(HostMessage("ready\n") == .ready)
    #expect(HostMessage("failed\nno such file\nat all") == .failed("no such file\nat all"))
    #expect(HostMessage("born\n12") == .born(12))
    #expect(HostMessage("ended\n12\n256") == .ended(12, status: 256))
    #expect(HostMessage("done\n2\n1") == .done(leftOver: 2, isIntact: true))
    #expect(HostMessage("exited\n3") == .exited(status: 3, []))
    #expect(HostMessage("threw\n0") == .threw([]))
  }

  @Test("anything else is no message", arguments: ["", "hello", "born\nx", "born", "signal\n\n"])
  func nonsense(_ text: String) {
    #expect(HostMessage(text) == nil)
  }
}

struct StableHashTests {
  @Test(
    "the hash is that of FNV-1a with 128 bits",
    arguments: [
      ("", "6c62272e07bb014262b821756295c58d"), ("a", "d228cb696f1a8caf78912b704e4a8964"),
    ])
  func knownValues(_ text: String, _ hash: String) {
    #expect(StableHash.hexadecimal(of: text) == hash)
  }
}

struct StepImportsTests {
  static func step(_ number: Int, _ names: [DeclaredName]) -> CompiledStep {
    CompiledStep(
      number: number, moduleName: "Step_\(number)", entryPoint: "", folder: "", declaredNames: names,
      importedModules: [],
      showsIntermediates: true, wasCached: false, compileSeconds: 0, linkSeconds: 0, trace: .top, configuration: "")
  }

  private func scoped(_ steps: [CompiledStep]) -> [String] {
    StepImports.lines(below: steps).filter { $0.contains("`") }
  }

  @Test("a step imports the library and every step above it")
  func modules() {
    let lines = StepImports.lines(below: [Self.step(1, []), Self.step(2, [])])
    #expect(
      lines == ["import Transformers", "import StepSupport", "@testable import Step_1", "@testable import Step_2"])
  }

  @Test("of a name declared twice the newest is imported by itself")
  func newest() {
    let q = DeclaredName(kind: "var", name: "q", signature: "")
    #expect(scoped([Self.step(1, [q]), Self.step(2, [q])]) == ["import var Step_2.`q`"])
  }

  @Test("a variable takes the place of a function of its name")
  func otherKind() {
    let function = DeclaredName(kind: "func", name: "q", signature: "s1")
    let variable = DeclaredName(kind: "var", name: "q", signature: "")
    #expect(scoped([Self.step(1, [function]), Self.step(2, [variable])]) == ["import var Step_2.`q`"])
  }

  @Test("functions of one name with other parameters stand side by side")
  func overloads() {
    let first = DeclaredName(kind: "func", name: "f", signature: "Int")
    let second = DeclaredName(kind: "func", name: "f", signature: "String")
    #expect(
      scoped([Self.step(1, [first]), Self.step(2, [second])]) == ["import func Step_1.`f`", "import func Step_2.`f`"])
  }
}
