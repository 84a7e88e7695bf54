// `lectern voice`: hears spoken commands, and answers them.
import Applications
import ArgumentParser
import Corpora
import Foundation
import LessonDocuments
import Models
import Rendering

struct VoiceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "voice", abstract: "Hears spoken commands in WAV files, and answers them.",
    discussion: """
      Commands are "next ferry", "last ferry", "buy ticket", "ticket price", "cancel", "help", "repeat" and the names of \
      the islands of Harbour Lines. Files are one conversation: the island of one is that of the next. Answers are text, \
      and speech with --speak or --out where the system has a synthesiser (espeak-ng, say).
      """)

  @Argument(help: ArgumentHelp("Sound: WAV, any rate, any number of channels.", valueName: "file"))
  var files: [String]

  @Option(
    help: ArgumentHelp("A folder with a speech encoder. (default: the course's SpokenCommands)", valueName: "dir"))
  var model: String?

  @Option(help: "The least probability, 0 to 1, for a command to be understood.")
  var threshold = CommandRecognizer.standardThreshold

  @Option(help: "The day of the question, as Monday. (default: today)")
  var day: Weekday?

  @Option(help: "The time of the question, as 14:30. (default: now)")
  var time: TimeOfDay?

  @Option(help: "Which Harbour Lines: the seed of its timetable.")
  var world = 7

  @Flag(help: "Says the answers aloud.")
  var speak = false

  @Option(help: ArgumentHelp("Writes the spoken answers to a WAV file.", valueName: "file"))
  var out: String?

  @Option(help: "text or json: a line for each file.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func validate() throws {
    if files.isEmpty { throw ValidationError("name a WAV file, or several") }
    if !(0...1).contains(threshold) { throw ValidationError("--threshold \(threshold) is out of range: 0 to 1") }
  }

  func run() throws {
    let synthesizer = SpeechSynthesizer.find()
    if out != nil, synthesizer == nil {
      throw SpeakingFailure(
        message: "--out needs a speech synthesiser, and none is on the PATH. Install one with: sudo "
          + "apt-get install espeak-ng")
    }
    let recognizer = try recognizer()
    let sounds = try readAll()
    var assistant = VoiceAssistant(
      HarbourLines(seed: world), day: (day ?? .today).rawValue, time: (time ?? .now).value)
    let options = drawing.text()
    var answers: [String] = []
    for (file, sound) in zip(files, sounds) {
      let answer = try SpokenAnswer(to: sound, in: file, recognizer, &assistant)
      answers.append(answer.answer)
      switch format {
      case .json: StandardOutput.write(try ListFormat.line(answer))
      case .text: StandardOutput.write(answer.lines(options).encoded(options))
      }
      if speak { try say(answer.answer, synthesizer) }
    }
    if let out, let synthesizer { try write(answers, to: out, synthesizer) }
  }

  private func recognizer() throws -> CommandRecognizer {
    if let model { return try CommandRecognizer.load(from: ModelFolder.find(model).path, threshold: threshold) }
    guard let folder = CourseModel.folder(named: "SpokenCommands") else {
      throw UsageFailure(
        "the course's speech encoder is not here: no folder SpokenCommands in this folder or above it. Go to the "
          + "course's folder, or name a model with --model")
    }
    return try CommandRecognizer.load(from: folder, threshold: threshold)
  }

  /// Throws one error for all files that cannot be read.
  private func readAll() throws -> [Waveform] {
    var problems: [String] = []
    let sounds = files.compactMap { file in
      do { return try Waveform(contentsOf: file) } catch {
        problems.append("\(error)")
        return nil
      }
    }
    guard problems.isEmpty else { throw UsageFailure(problems.joined(separator: "\nlectern: ")) }
    return sounds
  }

  private func say(_ answer: String, _ synthesizer: SpeechSynthesizer?) throws {
    guard let synthesizer else {
      StandardError.write("lectern: no speech synthesiser (espeak-ng, say) is on the PATH; the answer is text only\n")
      return
    }
    try synthesizer.speak(answer)
  }

  /// All answers, with half a second between two.
  private func write(_ answers: [String], to file: String, _ synthesizer: SpeechSynthesizer) throws {
    let spoken = try answers.map(synthesizer.sound)
    let rate = spoken[0].sampleRate
    let pause = [Float](repeating: 0, count: rate / 2)
    let samples = spoken.map { $0.resampled(to: rate).samples }.joined(separator: pause)
    do { try Waveform(Array(samples), sampleRate: rate).write(to: file) } catch let error as WAVError {
      throw UsageFailure("\(error)")
    }
  }
}

/// A day of the week, in any case.
enum Weekday: String, CaseIterable, ExpressibleByArgument {
  case monday = "Monday", tuesday = "Tuesday", wednesday = "Wednesday", thursday = "Thursday", friday = "Friday"
  case saturday = "Saturday", sunday = "Sunday"

  init?(argument: String) {
    guard let day = Self.allCases.first(where: { $0.rawValue.lowercased() == argument.lowercased() }) else {
      return nil
    }
    self = day
  }

  /// By the calendar of the machine; Sunday is its first.
  static var today: Weekday {
    allCases[(Calendar(identifier: .gregorian).component(.weekday, from: Date()) + 5) % 7]
  }
}

/// A time of day as 14:30.
struct TimeOfDay: ExpressibleByArgument {
  let value: ClockTime

  init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0...23).contains(hour),
      (0...59).contains(minute)
    else { return nil }
    value = ClockTime(hour, minute)
  }

  private init(_ value: ClockTime) { self.value = value }

  static var now: TimeOfDay {
    let parts = Calendar(identifier: .gregorian).dateComponents([.hour, .minute], from: Date())
    return TimeOfDay(ClockTime(parts.hour ?? 0, parts.minute ?? 0))
  }
}
