// What happens beside the keys while slides are shown: events of the steps, and presses from the notes' terminal.
import Foundation
import StepExecution
import StepRecords
import Synchronization
import SystemTools

final class PresentationInbox: Sendable {
  enum Message: Sendable {
    /// What earlier runs showed, one for each step.
    case remembered([RememberedOutput?])
    case event(RunEvent)
    /// A step that was asked for has its turn.
    case began(step: Int)
    case ended(step: Int, LiveLesson.Ending)
    case remote(RemoteKey)
  }

  private let messages = Mutex<[Message]>([])
  private let wakeUp: Cancellation

  init() throws { wakeUp = try Cancellation() }

  /// Readable while there are messages.
  var descriptor: CInt { wakeUp.waitDescriptor }

  func add(_ message: Message) {
    messages.withLock { messages in
      messages.append(message)
      if messages.count == 1 { wakeUp.cancel() }
    }
  }

  /// All that came since the last time, in order.
  func take() -> [Message] {
    messages.withLock { messages in
      wakeUp.reset()
      defer { messages = [] }
      return messages
    }
  }
}
