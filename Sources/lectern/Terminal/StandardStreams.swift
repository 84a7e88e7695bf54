// Writing to standard output and standard error, whole and at once.
import Foundation

enum StandardOutput {
  static func write(_ text: String) { StandardStream.write(Array(text.utf8), to: STDOUT_FILENO) }
  static func write(_ bytes: [UInt8]) { StandardStream.write(bytes, to: STDOUT_FILENO) }
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}

enum StandardError {
  static func write(_ text: String) { StandardStream.write(Array(text.utf8), to: STDERR_FILENO) }
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}

private enum StandardStream {
  static func write(_ bytes: [UInt8], to descriptor: CInt) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress?.advanced(by: sent), $0.count - sent)
      }
      if count < 0 && errno == EINTR { continue }
      if count < 0 && errno == EAGAIN {
        usleep(1000)
        continue
      }
      guard count > 0 else {
        let failure = OutputFailure(reason: errno)
        if descriptor == STDOUT_FILENO {
          if !failure.message.isEmpty { StandardError.write("lectern: \(failure.message)\n") }
          exit(failure.status.rawValue)
        }
        return
      }
      sent += count
    }
  }
}
