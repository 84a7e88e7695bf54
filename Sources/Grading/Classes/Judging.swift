// What a class needs of the judge.

/// Judges one file of one exercise. Safe to call from several threads at once.
///
/// - Throws: only what must stop all grading: the machine lacks something, or somebody interrupted it. Whatever a
///   submission does is a verdict.
public typealias Judging = @Sendable (_ exercise: Exercise, _ source: [UInt8]) throws -> Verdict
