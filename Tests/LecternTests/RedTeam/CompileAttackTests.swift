// Submissions that attack the compiler, or the names that the judge and the probes rely on.
import Foundation
import Testing

@Suite struct CompileAttackTests {
  let course: RedTeamCourse
  init() throws { course = try RedTeamCourse.shared.get() }

  /// What does not compile, or not in time, is said so and earns nothing.
  private func expectRejected(_ source: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    let attack = try await course.attack(source)
    try await course.expectNoHarm(attack, sourceLocation: sourceLocation)
    #expect(attack.status == 1, sourceLocation: sourceLocation)
    #expect(attack.verdict?.earned == 0, sourceLocation: sourceLocation)
    #expect(
      attack.verdict?.message?.contains("Softmax.swift") == true, "\(attack.said)", sourceLocation: sourceLocation)
    let scalars = attack.said.unicodeScalars
    #expect(!scalars.contains { $0.value < 32 && $0 != "\n" }, "\(attack.said)", sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    // A type that takes the solver for ever
    "let x: Double = " + Array(repeating: "-(1 + 2 * 3 - 4.0)", count: 60).joined(separator: " + ") + " as Any",
    // Types that double with each line
    "typealias T0 = (Int, Int)\n"
      + (1...40).map { "typealias T\($0) = (T\($0 - 1), T\($0 - 1))" }.joined(separator: "\n")
      + "\nlet size = MemoryLayout<T40>.size",
    "let nested = " + String(repeating: "[", count: 50_000) + String(repeating: "]", count: 50_000),
    "let nested = " + String(repeating: "(", count: 20_000) + "1" + String(repeating: ")", count: 20_000),
    "func f() {" + String(repeating: "if true {", count: 20_000) + String(repeating: "}", count: 20_000) + "}",
    "let sum = " + Array(repeating: "\"a\" + 1", count: 3_000).joined(separator: " + "),
    (0..<2_000).map { "func f(_ x: Int, _ y\($0): Int = \($0)) {}" }.joined(separator: "\n") + "\nlet y: String = f(1)",
    "struct S<T> { var next: S<S<T>> }\nlet s: S<Int>? = nil\nprint(s as Any)",
    "/*" + String(repeating: "/*", count: 100_000),
    "let text = \"" + String(repeating: "\\(", count: 30_000),
  ])
  func `a bomb for the compiler is stopped or is an error`(code: String) async throws {
    let attack = try await course.attack(code + "\n" + RedTeamCourse.honest)
    try await course.expectNoHarm(attack)
  }

  @Test(arguments: [
    "#error(\"\u{1b}[2J and more\")", "#error(\"<script>alert(1)</script>\")", "#warning(\"w\")\n#error(\"e\")",
    "#sourceLocation(file: \"/etc/passwd\", line: 1)\nlet x: Int = \"\"", "#sourceLocation(file: \"\", line: 0)",
    "import NoSuchModule", "import Grading", "import Submission2", "import CSQLite", "let x: Int = \"\u{202e}\u{1b}\"",
    "}", "", "softmax", "func softmax(_ logits: [Float]) -> [Float]", "func soft_max() {}",
    "func softmax(_ logits: [Double]) -> [Double] { logits }",
    "private func softmax(_ logits: [Float]) -> [Float] { [] }",
    "enum Softmax { static func softmax(_ logits: [Float]) -> [Float] { logits } }",
    "@freestanding(expression) macro m() -> Int = #externalMacro(module: \"M\", type: \"T\")\nlet x = #m",
    "func softmax<T>(_ logits: [T]) -> [T] { logits }",
  ])
  func `what does not fit is said so`(source: String) async throws { try await expectRejected(source + "\n") }

  /// All of these compile, or are told why not; none of them changes what right means.
  @Test(arguments: [
    "func == (a: Float, b: Float) -> Bool { true }", "func - (a: Double, b: Double) -> Double { 0 }",
    "func <= (a: Double, b: Double) -> Bool { true }",
    "infix operator ~~~\nfunc ~~~ (a: Float, b: Float) -> Bool { true }",
    "extension Array where Element == Float { static func == (a: Self, b: Self) -> Bool { true } }",
    "extension Float { var isNaN: Bool { false }; static func == (a: Float, b: Float) -> Bool { true } }",
    "extension Array { var probed: Int { 0 }; var count: Int { 3 } }",
    "import StepSupport\nimport StepRecords\nextension Array where Element == Float { public var probed: ProbedValue { .nothing } }",
    "import StepSupport\nimport StepRecords\nextension Float { public static var probedShape: [Int]? { nil } }",
    "import StepRecords\nextension ProbedValue { static func == (a: Self, b: Self) -> Bool { true } }",
    "import StepRecords\nextension Tolerance { static var standard: Tolerance { .absolute(1e9) } }",
    "struct Probe {}\nstruct Probes {}\nlet probes = 1", "enum Swift { struct Float {} }", "struct Submission {}",
    "enum Transformers {}\nenum StepSupport {}", "typealias Float32 = Double\nfunc print(_ x: Any) {}",
    "@_cdecl(\"lectern_probes\") public func probes(_ a: Int32, _ b: UnsafeRawPointer?) -> Int32 { 0 }",
    "@_cdecl(\"lectern_step_will_run\") public func will(_ a: UnsafeRawPointer, _ b: Int32, _ c: UnsafeRawPointer) {}",
    "@_cdecl(\"lectern_step_did_run\") public func did() {}", "@_cdecl(\"lectern_prepare\") public func prepare() {}",
    "@_cdecl(\"malloc\") public func allocate(_ size: Int) -> UnsafeMutableRawPointer? { nil }",
    "@_cdecl(\"write\") public func put(_ a: Int32, _ b: UnsafeRawPointer, _ c: Int) -> Int { c }",
    "@_cdecl(\"exit\") public func leave(_ status: Int32) {}",
    "@_cdecl(\"dlopen\") public func open2(_ a: Int, _ b: Int) -> Int { 0 }",
    "@_cdecl(\"swift_retain\") public func retain(_ a: UnsafeRawPointer) -> UnsafeRawPointer { a }",
    "@_cdecl(\"swift_errorInMain\") public func mistake(_ a: UnsafeRawPointer) {}",
    "@_silgen_name(\"$s11StepSupport8ProbeRunO6answeryyAA6ProbesVFZ\") public func answer() {}",
    "@_silgen_name(\"$s10StepRecords11ProbedValueO2eeoiySbAC_ACtFZ\") public func equal() -> Bool { true }",
    "@_section(\".init_array\") @_used let atLoad: @convention(c) () -> Void = { exit(0) }",
    "@section(\".init_array\") @used let atLoad: @convention(c) () -> Void = { exit(0) }",
    "@_extern(c, \"system\") func run(_ command: UnsafePointer<CChar>) -> Int32",
    "@main struct Main { static func main() { print(\"passed\") } }", "@_exported import Glibc",
    "@_dynamicReplacement(for: right(_:)) func wrong(_ logits: [Float]) -> [Float] { [] }",
  ])
  func `no declaration makes a wrong answer right`(declaration: String) async throws {
    let wrong = "func softmax(_ logits: [Float]) -> [Float] { logits }\n"
    let attack = try await course.attack("\(RedTeamCourse.right)\n\(declaration)\n\(wrong)")
    try await course.expectNoHarm(attack)
    #expect(attack.status == 1)
    #expect(attack.verdict?.earned == 0, "\(attack.said)")
  }
}
