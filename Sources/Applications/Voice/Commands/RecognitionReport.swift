// How good a recognizer is, on voices that it does not know.
public import DataPreparation
public import Evaluation

/// What a recognizer made of clips whose commands are known.
public struct RecognitionReport: Sendable {
  public struct Row: Sendable {
    public let clip: SpokenClip
    public let recognition: CommandRecognizer.Recognition

    public var isRight: Bool { clip.command == recognition.command }
  }

  public let rows: [Row]

  public init(_ recognizer: CommandRecognizer, on clips: [SpokenClip]) throws {
    rows = zip(clips, try recognizer.recognize(clips.map(\.frames))).map(Row.init)
  }

  /// The share of all clips that are recognised, other words as such included. With Wilson's interval, which takes clips
  /// for independent; those of one voice are not quite, and so see also ``byVoice``.
  public var accuracy: Estimate { share(rows) }

  /// The same of commands only.
  public var commandAccuracy: Estimate { share(rows.filter { !$0.isOther }) }

  /// The share of other words that are taken for a command.
  public var falseAlarms: Estimate {
    let others = rows.filter(\.isOther)
    return Estimate(share: others.count { !$0.isRight }, of: others.count)
  }

  /// The mean accuracy of the voices and the half width of its interval: how much the next voice may differ.
  public var byVoice: ErrorBar { ErrorBar(voices.map(\.accuracy)) }

  /// Each voice's accuracy, the worst first.
  public var voices: [(voice: String, accuracy: Double)] {
    Dictionary(grouping: rows, by: \.clip.voice).map { ($0, share($1).value) }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map { (voice: $0.0, accuracy: $0.1) }
  }

  /// What was taken for what, the most frequent first.
  public var confusions: [(words: String, takenFor: String, count: Int)] {
    let wrong = rows.filter { !$0.isRight }.map { [$0.clip.words, $0.recognition.command] }
    return Dictionary(grouping: wrong, by: \.self)
      .sorted { ($1.value.count, $0.key[0], $0.key[1]) < ($0.value.count, $1.key[0], $1.key[1]) }
      .map { (words: $0.key[0], takenFor: $0.key[1], count: $0.value.count) }
  }

  private func share(_ rows: [Row]) -> Estimate { Estimate(share: rows.count(where: \.isRight), of: rows.count) }
}

extension RecognitionReport.Row {
  fileprivate var isOther: Bool { clip.command == SpokenCommand.other.rawValue }
}
