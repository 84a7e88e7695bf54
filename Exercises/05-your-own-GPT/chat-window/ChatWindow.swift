// The text that a model is given of a conversation, and what is shown of its answer.
import Foundation

/// The exchanges in the template, the oldest left out where there is no room.
func prompt(_ said: [[String]], opening: String, most: Int) -> String {
  // TODO(chat-window): write the exchanges, and leave out what does not fit.
  ""
}

/// What a person is shown of what the model wrote.
func reply(_ written: String) -> String {
  // TODO(chat-window): where does the answer end?
  ""
}
