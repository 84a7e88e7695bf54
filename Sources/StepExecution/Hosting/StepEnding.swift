// How a step's process ended, before anybody puts it into words.
import SystemTools

package enum StepEnding: Sendable {
  /// It came to its end, and is the state after it.
  case completed(LivingState)
  /// It came to its end and left processes running, which were ended.
  case leftProcesses(Int)
  /// It came to its end with standard output or the records' descriptor closed or replaced.
  case lostDescriptors
  case threw(message: String, [HostMessage.Frame])
  case exited(status: Int32, [HostMessage.Frame])
  case signal(Int32, [HostMessage.Frame], fatalSentence: String?)
  /// It could not be loaded or started.
  case notStarted(String)
  case wentOver(RunLimits.Kind, [HostMessage.Frame])
  case interrupted([HostMessage.Frame])
  /// It ended without a word: SIGKILL, or a system call of its own.
  case vanished(WaitStatus)
  /// The process of the state before it is gone too.
  case lostState
}
