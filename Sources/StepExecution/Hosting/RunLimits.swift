// What a step may use before it is ended.
import Foundation
import SystemTools

public struct RunLimits: Equatable, Sendable {
  /// Wall time.
  public var seconds: Double
  /// Of the step's process and its children, in bytes; what earlier steps hold counts.
  public var memory: Int
  /// Processes that the step may have running at once, itself included.
  public var processes: Int
  /// Threads of all of them.
  public var threads: Int
  /// Printed text, in bytes.
  public var text: Int
  /// Records, in bytes as they travel.
  public var records: Int

  public init(
    seconds: Double = 60, memory: Int = RunLimits.defaultMemory, processes: Int = 64,
    threads: Int = 4096, text: Int = 1 << 20, records: Int = 64 << 20
  ) {
    self.seconds = seconds
    self.memory = memory
    self.processes = processes
    self.threads = threads
    self.text = text
    self.records = records
  }

  /// 4 GiB, or three quarters of the machine's memory if that is less.
  public static var defaultMemory: Int { min(4 << 30, Int(ProcessInfo.processInfo.physicalMemory / 4 * 3)) }

  /// A limit that a step went over.
  package enum Kind: Equatable, Sendable { case time, memory, processes, threads, text, records }
}
