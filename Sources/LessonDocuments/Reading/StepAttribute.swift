// What may stand behind `swift` in a step's first line (LESSON_FORMAT rule 4), and what each word does to the step.
import SystemTools

/// A known attribute; the raw value is how it is written.
enum StepAttribute: String, CaseIterable {
  case id, title, timeout, trace, include, exercise, shows
  case noRun = "no-run"
  case hidden
  case expectCompileError = "expect-compile-error"
  case expectFailure = "expect-failure"
  case predict, slide, reveal

  /// How the attribute is written, if it has a value; nil for a bare word.
  private var form: String? {
    switch self {
    case .id: "id=name"
    case .title: "title=\"…\""
    case .timeout: "timeout=5"
    case .trace: "trace=" + Step.Trace.allCases.map(\.rawValue).joined(separator: "|")
    case .include: "include=path#region"
    case .exercise: "exercise=name"
    case .shows: "shows=\"term, term\""
    default: nil
    }
  }

  /// Applies all attributes of a fence to its step.
  ///
  /// - Returns: a sentence for each that has no effect.
  static func apply(_ info: InfoString, to step: inout Step) -> [String] {
    var problems: [String] = []
    var seen: Set<StepAttribute> = []
    if let unclosed = info.unclosed {
      problems.append("the quotation mark behind \(unclosed.harmless)= is never closed")
    }
    for attribute in info.attributes {
      guard let known = StepAttribute(rawValue: attribute.name) else {
        let nearest = NearestName.of(attribute.name, among: allCases.map(\.rawValue)) ?? ""
        problems.append("unknown attribute \(attribute.name.quoted); the nearest known one is \(nearest.quoted)")
        continue
      }
      guard seen.insert(known).inserted else {
        problems.append("\(known.rawValue) is there twice; the first counts")
        continue
      }
      if let problem = known.apply(attribute.value, to: &step) { problems.append(problem) }
    }
    return problems
  }

  private func apply(_ value: String?, to step: inout Step) -> String? {
    if self == .predict, let value { return applyChoices(value, to: &step) }
    guard let form else {
      return value == nil ? applyBare(to: &step) : "\(rawValue) takes no value. Write it alone, or leave it out"
    }
    guard let value, !value.isEmpty else { return "\(rawValue) needs a value: \(form)" }
    return apply(value, to: &step) ? nil : "\(rawValue)=\(value.harmless) has no effect: it must be \(rule)"
  }

  /// - Returns: what is wrong, if something is.
  private func applyBare(to step: inout Step) -> String? {
    switch self {
    case .noRun: step.isRun = false
    case .hidden: step.isHidden = true
    case .predict: step.predicts = true
    case .slide: step.startsSlide = true
    case .reveal: step.isRevealed = true
    case .expectCompileError, .expectFailure:
      guard step.expectation == .success else {
        return "a step either does not compile or fails while it runs; the first of the two attributes counts"
      }
      step.expectation = self == .expectFailure ? .failure : .compileError
    default: break
    }
    return nil
  }

  /// `predict="a|b|c"`
  private func applyChoices(_ value: String, to step: inout Step) -> String? {
    step.predicts = true
    let choices = value.split(separator: "|").map { String(String($0).trimmingBlanks) }.filter { !$0.isEmpty }
    guard choices.count > 1 else {
      return "predict=\(value.harmless) offers no choice: write predict alone, or predict=\"one|two|three\""
    }
    step.predictionChoices = choices
    return nil
  }

  /// False if the value makes no sense.
  private func apply(_ value: String, to step: inout Step) -> Bool {
    switch self {
    case .id:
      // Numbers are the names of the steps without an id.
      guard Self.isName(value), !value.allSatisfy(\.isNumber) else { return false }
      step.id = value
    case .exercise:
      guard Self.isName(value) else { return false }
      step.exercise = value
    case .timeout:
      guard let seconds = Timeout.seconds(value) else { return false }
      step.timeout = seconds
    case .trace:
      guard let trace = Step.Trace(rawValue: value) else { return false }
      step.trace = trace
    case .title: step.title = value
    case .include: step.include = value
    case .shows:
      step.concepts = value.split(separator: ",").map { String(String($0).trimmingBlanks) }.filter { !$0.isEmpty }
    default: break
    }
    return true
  }

  /// What a value must be.
  private var rule: String {
    switch self {
    case .id: "letters, digits, - and _, and not digits only"
    case .exercise: "letters, digits, - and _"
    case .timeout: Timeout.form
    case .trace: Step.Trace.allCases.map(\.rawValue).joined(separator: " or ")
    default: form ?? rawValue
    }
  }

  /// Whether prose numbers, `--step` and file names can hold it.
  private static func isName(_ text: String) -> Bool {
    text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }
}
