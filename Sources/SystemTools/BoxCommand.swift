// What a program is started in when it must not reach the machine. How the box is made is the caller's; here it is only
// started, so that its settings show in nobody's process list.
import Foundation

/// A program that starts another one, with settings of its own on descriptor 3.
package struct BoxCommand: Sendable {
  /// The launcher and its arguments, before the program's.
  package var launcher: [String]
  /// Read by the launcher from descriptor 3, each ended by a NUL.
  package var arguments: [String]

  package init(launcher: [String], arguments: [String]) {
    self.launcher = launcher
    self.arguments = arguments
  }

  /// The settings, ready to be read.
  package func settings() throws -> Descriptor {
    let pipe = try Descriptor.pipe()
    defer { pipe.writing.close() }
    var bytes: [UInt8] = []
    for argument in arguments { bytes += Array(argument.utf8) + [0] }
    // More than a pipe holds would wait for a reader who is not started yet.
    guard bytes.count < 1 << 16, write(pipe.writing.number, bytes, bytes.count) == bytes.count else {
      throw EnvironmentError(.noBox(reason: "its settings are too long (\(bytes.count) bytes)"))
    }
    return pipe.reading
  }
}
