// Threads that do one kind of work until there is none left.
import Foundation

enum WorkerThreads {
  private static let stackBytes = 8 << 20

  /// Runs the same work on several threads and waits for the end of all.
  static func run(_ count: Int, _ work: @escaping @Sendable () -> Void) {
    let group = DispatchGroup()
    for index in 0..<count {
      group.enter()
      let thread = Thread {
        work()
        group.leave()
      }
      thread.name = "grading \(index + 1)"
      thread.stackSize = stackBytes
      thread.start()
    }
    group.wait()
  }
}
