// What was heard in one file and what is answered: the JSON line, and the lines for people.
import Applications
import LessonDocuments
import Rendering

struct SpokenAnswer: Encodable {
  var file: String
  var command: String
  /// Of that class, 0 to 1; 0 if there was nothing to hear.
  var probability: Double
  var answer: String

  init(
    to sound: Waveform, in file: String, _ recognizer: CommandRecognizer, _ assistant: inout VoiceAssistant
  ) throws {
    self.file = file
    do {
      let heard = try recognizer.recognize(sound)
      command = heard.command
      // As JSON six digits are more than enough, and a Float would show sixteen.
      probability = (Double(heard.probability) * 1e6).rounded() / 1e6
      answer = assistant.answer(SpokenCommand(rawValue: command) ?? .other)
    } catch let error as SpeechError {
      command = SpokenCommand.other.rawValue
      probability = 0
      answer = "I did not understand: \(error)."
    }
  }

  func lines(_ options: TextOptions) -> [StyledLine] {
    let quiet = TextStyle(dim: true)
    var head = StyledLine(command.harmless, TextStyle(bold: true))
    if probability > 0 { head.append("  \(NumberText(options).fixed(probability * 100, decimals: 0)) %", quiet) }
    head.append("  \(file.harmless)", quiet)
    return [head.truncated(to: options.width, ellipsis: options.ellipsis)]
      + StyledLine(answer.harmlessWhole).wrapped(to: options.width - 2).map { StyledLine("  ") + $0 }
  }
}
