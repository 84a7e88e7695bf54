// The text that a model is given to go on with.
import Foundation

/// The prompt for the answer to the last of the turns.
///
/// - Parameters:
///   - turns: the passenger's at even places, the clerk's at odd ones.
///   - notices: questions with their new answers.
///   - room: how many words the model reads, from the end.
func prompt(for turns: [String], notices: [[String]], room: Int) -> String {
  // TODO(prompt-template): write what the model can go on with.
  turns.joined(separator: "\n") + "\n"
}
