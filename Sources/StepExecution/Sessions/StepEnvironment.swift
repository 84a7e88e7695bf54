// What running steps takes from the machine, found once.
import LessonDocuments
import SystemTools

public struct StepEnvironment: Sendable {
  public let toolchain: Toolchain
  public let library: LibraryBuild
  public let cache: StepCache

  /// - Throws: `EnvironmentError` that names what is missing and how to get it.
  public static func find() throws -> StepEnvironment {
    StepEnvironment(toolchain: try .find(), library: try .beside(), cache: try StepCache())
  }

  public init(toolchain: Toolchain, library: LibraryBuild, cache: StepCache) {
    self.toolchain = toolchain
    self.library = library
    self.cache = cache
  }
}

/// How a run differs from what the lesson says.
public struct RunOptions: Equatable, Sendable {
  /// Instead of each step's own.
  public var trace: Step.Trace?
  /// Seconds; instead of the lesson's and the steps' own.
  public var timeout: Double?
  public var usesCache: Bool
  public var limits: RunLimits

  public init(
    trace: Step.Trace? = nil, timeout: Double? = nil, usesCache: Bool = true, limits: RunLimits = RunLimits()
  ) {
    self.trace = trace
    self.timeout = timeout
    self.usesCache = usesCache
    self.limits = limits
  }

  func limits(for step: Step, in lesson: Lesson) -> RunLimits {
    var limits = limits
    limits.seconds = timeout ?? step.timeout ?? lesson.frontMatter.timeout ?? limits.seconds
    return limits
  }
}
