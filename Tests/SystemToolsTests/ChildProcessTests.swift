import Foundation
import SystemTools
import Testing

@Suite struct ChildProcessTests {
  @Test func `a program finds no descriptor but those that it was given`() throws {
    // As one that lectern's caller left open: not closed by itself when a program starts.
    let inherited = open("/dev/zero", O_RDONLY)
    defer { close(inherited) }
    try #require(inherited > 2)
    let script = "test -e /proc/self/fd/2 && test ! -e /proc/self/fd/\(inherited)"
    let child = try ChildProcess(["/bin/sh", "-c", script], environment: [:], descriptors: [0, 1, 2])
    #expect(child.wait() == 0)
  }
}
