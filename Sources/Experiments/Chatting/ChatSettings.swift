// How the answers of a chat are drawn, and how each setting is changed by its name.
public import Generation
public import YAMLTrees

/// What may be changed in the middle of a chat.
public struct ChatSettings: Equatable, Sendable {
  /// Below 1 likely tokens gain, above 1 unlikely ones do; 0 takes the likeliest, and nothing is drawn.
  public var temperature = 0.0
  /// Only so many of the likeliest tokens; 0 for all.
  public var topK = 0
  /// Only the likeliest tokens that have this probability together; 1 for all.
  public var topP = 1.0
  /// Above 1, tokens that were there before become less likely.
  public var repetitionPenalty = 1.0
  /// Of the draws. The answer to turn i, from 0 on, is drawn with `seed + i`, so that a chat can be held again.
  public var seed = 0
  /// Tokens of an answer, at most.
  public var count = 100
  /// Stands before the conversation, and is never forgotten.
  public var system = ""

  public init() {}

  public static var settings: [Setting<ChatSettings>] {
    [
      .number("temperature", \.temperature, in: 0...100, "0 takes the likeliest token, 1 draws as the model believes"),
      .whole("top-k", \.topK, in: 0...1_000_000, "draws from so many of the likeliest tokens; 0 from all"),
      .number("top-p", \.topP, in: 0.001...1, "draws from the likeliest tokens that have this probability together"),
      .number("repetition-penalty", \.repetitionPenalty, in: 0.1...10, "above 1: less of what was there before"),
      .whole("seed", \.seed, in: 0...1_000_000_000, "another seed draws other answers"),
      .whole("count", \.count, in: 1...100_000, "tokens of an answer, at most"),
      .text("system", \.system, "a text before the conversation; - for none"),
    ]
  }

  /// Changes one setting as it was typed. Asking for the likeliest tokens only means that something is drawn, so it
  /// lifts a temperature of 0 to 1.
  ///
  /// - Returns: what is wrong with the name or the value; nil if it was taken.
  public mutating func set(_ name: String, to text: String) -> String? {
    let key = YAMLNode(.scalar(name, isQuoted: false), line: 1, column: 1)
    // A text is a text even where YAML would see a number or nothing.
    let isText = name == "system"
    let value = YAMLNode(.scalar(isText && text == "-" ? "" : text, isQuoted: isText), line: 1, column: 1)
    var reader = SettingsReader()
    reader.read(
      Self.settings, of: YAMLNode(.mapping([.init(key: key, value: value)]), line: 1, column: 1), into: &self,
      called: "a chat")
    if let problem = reader.problems.first { return problem.message }
    if (name == "top-k" && topK > 0) || (name == "top-p" && topP < 1), temperature == 0 { temperature = 1 }
    return nil
  }

  /// The rule by which tokens are chosen.
  public var sampling: Sampling {
    let temperature = Float(temperature)
    if temperature == 0 { return .greedy }
    switch (topK > 0, topP < 1) {
    case (true, true): return .topKThenTopP(topK, Float(topP), temperature: temperature)
    case (true, false): return .topK(topK, temperature: temperature)
    case (false, true): return .topP(Float(topP), temperature: temperature)
    case (false, false): return .temperature(temperature)
    }
  }

  /// What differs from the plainest chat: `temperature: 0.7, top-k: 5, seed: 0, count: 100`.
  public var summary: String {
    let plain = ChatSettings()
    let shown = Self.settings.filter { setting in
      switch setting.key {
      case "temperature", "count": true
      case "seed": temperature > 0
      default: setting.line(of: self) != setting.line(of: plain)
      }
    }
    return shown.map { $0.line(of: self) }.joined(separator: ", ")
  }
}
