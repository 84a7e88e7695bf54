import Foundation
import Tensors
import Testing

@_silgen_name("fork") private func fork() -> Int32

/// The thread pool: in forked processes, under concurrent callers, and whatever its size.
struct ThreadTests {
  /// Work that every kind of shared loop takes part in; its result as bits.
  @Sendable static func work(seed: Int) -> UInt64 {
    var random = SeededRandom(seed: seed)
    let x = Tensor.randomNormal([300, 300], using: &random)
    let y = (x.matmul(x.transposed()).softmax() + x.sum(axis: 1)).gelu()
    let batches = x.reshaped(9, 100, 100)
    let values = y.scalars + batches.matmul(batches).scalars + x.sum().scalars + x.max(axis: 0).scalars
    return values.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1.bitPattern)) &* 0x100_0000_01b3 }
  }

  @Test("after a fork the child computes what its parent does, three forks deep, again and again")
  func forks() async {
    await #expect(processExitsWith: .success) {
      setenv("LECTERN_THREADS", "4", 1)
      alarm(120)  // a lost thread would make a child wait for ever
      let expected = ThreadTests.work(seed: 1)
      /// Forks, computes in the child and its descendants, and tells whether all were right.
      func descend(_ depth: Int) -> Bool {
        let child = fork()
        if child == 0 {
          alarm(60)
          let isRight = ThreadTests.work(seed: 1) == expected
          _exit(isRight && (depth == 1 || descend(depth - 1)) ? 0 : 1)
        }
        // The parent computes while its child does.
        let isRight = ThreadTests.work(seed: 1) == expected
        var status: Int32 = 0
        return isRight && waitpid(child, &status, 0) == child && status == 0
      }
      for _ in 0..<8 where !descend(3) { exit(1) }
      exit(0)
    }
  }

  @Test("what a forked child computes first, it computes on several threads at once")
  func firstInChild() async {
    await #expect(processExitsWith: .success) {
      setenv("LECTERN_THREADS", "4", 1)
      alarm(200)
      // Nothing has been computed here, so each child sets up what Swift sets up at its first use.
      for _ in 0..<100 {
        let child = fork()
        if child == 0 {
          alarm(20)  // Swift's locks, wanted by two threads of a forked process, may never be had
          let x = Tensor.ones([2, 160, 64])
          let y = attention(queries: x, keys: x, values: x, heads: 2, isCausal: true).matmul(Tensor.ones([64, 256]))
          _exit(y.scalars.allSatisfy { abs($0 - 64) < 1e-3 } ? 0 : 1)
        }
        var status: Int32 = 0
        guard waitpid(child, &status, 0) == child, status == 0 else { exit(1) }
      }
      exit(0)
    }
  }

  @Test("several threads may call at once; each gets its own right result")
  func concurrentCallers() async {
    let expected = (0..<4).map { Self.work(seed: $0) }
    await withTaskGroup(of: (Int, UInt64).self) { group in
      for call in 0..<16 { group.addTask { (call % 4, Self.work(seed: call % 4)) } }
      for await (seed, result) in group { #expect(result == expected[seed]) }
    }
  }

  @Test("a fork while other threads compute leaves the child able to compute")
  func forkAmongCallers() async {
    await #expect(processExitsWith: .success) {
      setenv("LECTERN_THREADS", "3", 1)
      alarm(120)
      let expected = ThreadTests.work(seed: 2)
      let x = Tensor.ones(200_000)
      let others = (0..<2).map { _ in
        Thread { while true { _ = x.exp().sum() } }
      }
      for thread in others { thread.start() }
      for _ in 0..<10 {
        let child = fork()
        if child == 0 {
          alarm(60)
          _exit(ThreadTests.work(seed: 2) == expected ? 0 : 1)
        }
        var status: Int32 = 0
        guard waitpid(child, &status, 0) == child, status == 0 else { exit(1) }
      }
      exit(0)
    }
  }

  /// With kernels that are not the processor's own, which OPENBLAS_CORETYPE asks for, OpenBLAS adds in another order for
  /// each number of threads beyond the cores.
  private static var counts: [String] {
    ["1", "2", "many"] + (ProcessInfo.processInfo.environment["OPENBLAS_CORETYPE"] == nil ? ["5", "300"] : [])
  }

  @Test("results do not depend on the number of threads, nor on a setting that is no number", arguments: counts)
  func threadCounts(_ threads: String) async {
    let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) { [threads] in
      setenv("LECTERN_THREADS", threads, 1)
      print("result \(ThreadTests.work(seed: 3))")
      exit(0)
    }
    let text = String(decoding: result?.standardOutputContent ?? [], as: UTF8.self)
    #expect(text.contains("result \(Self.work(seed: 3))\n"))
  }
}
