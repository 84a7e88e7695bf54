// What a file of settings may say: one key, what it is for, and where its value goes.

/// One key of a section in a file that people write, and the property of the owner that it sets.
///
/// The same description validates a file, explains the key in a template, and writes a value back.
public struct Setting<Owner> {
  public let key: String
  /// What it is for, in one line.
  public let explanation: String
  /// What its value must be, for messages: "a whole number from 1 to 50".
  public let expectation: String
  /// Sets the owner's property, or says what about the value is wrong.
  let take: (_ value: YAMLNode, _ owner: inout Owner) -> SettingsProblem?
  /// The owner's property as it stands behind the key.
  let text: (_ owner: Owner) -> String

  /// - Parameters:
  ///   - read: the value; nil if the node is none.
  ///   - text: the value as YAML, on one line.
  public init<Value>(
    _ key: String, _ path: WritableKeyPath<Owner, Value>, _ explanation: String, expectation: String,
    read: @escaping (YAMLNode) -> Value?, text: @escaping (Value) -> String
  ) {
    self.key = key
    self.explanation = explanation
    self.expectation = expectation
    take = { node, owner in
      guard let value = read(node) else {
        return SettingsProblem(node, "\(key) is \(node.shortText); it must be \(expectation)")
      }
      owner[keyPath: path] = value
      return nil
    }
    self.text = { text($0[keyPath: path]) }
  }
}

extension Setting {
  /// A whole number in a range.
  public static func whole(
    _ key: String, _ path: WritableKeyPath<Owner, Int>, in range: ClosedRange<Int>, _ explanation: String
  ) -> Setting {
    Setting(
      key, path, explanation, expectation: "a whole number from \(range.lowerBound) to \(range.upperBound)",
      read: { node in node.wholeNumber.flatMap { range.contains($0) ? $0 : nil } }, text: { String($0) })
  }

  /// A number in a range.
  public static func number(
    _ key: String, _ path: WritableKeyPath<Owner, Double>, in range: ClosedRange<Double>, _ explanation: String
  ) -> Setting {
    Setting(
      key, path, explanation,
      expectation: "a number from \(YAMLText.number(range.lowerBound)) to \(YAMLText.number(range.upperBound))",
      read: { node in node.number.flatMap { range.contains($0) ? $0 : nil } }, text: YAMLText.number)
  }

  /// true or false; YAML 1.1's yes, no, on and off too.
  public static func flag(
    _ key: String, _ path: WritableKeyPath<Owner, Bool>, _ explanation: String
  ) -> Setting {
    Setting(key, path, explanation, expectation: "true or false", read: \.flag, text: { String($0) })
  }

  /// Any text on one line or more.
  public static func text(
    _ key: String, _ path: WritableKeyPath<Owner, String>, _ explanation: String, expectation: String = "a text"
  ) -> Setting {
    Setting(key, path, explanation, expectation: expectation, read: \.text, text: YAMLText.scalar)
  }

  /// A list of texts; a single text is a list of one.
  public static func texts(
    _ key: String, _ path: WritableKeyPath<Owner, [String]>, _ explanation: String,
    expectation: String = "a list, as in [one, two]"
  ) -> Setting {
    Setting(key, path, explanation, expectation: expectation, read: \.texts, text: YAMLText.list)
  }

  /// One of a few words.
  public static func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _ path: WritableKeyPath<Owner, Choice>, _ explanation: String
  ) -> Setting where Choice.RawValue == String {
    let words = Choice.allCases.map(\.rawValue)
    return Setting(
      key, path, explanation + " (\(words.joined(separator: ", ")))",
      expectation: "one of \(words.joined(separator: ", "))",
      read: { node in node.text.flatMap(Choice.init(rawValue:)) }, text: { YAMLText.scalar($0.rawValue) })
  }
}
