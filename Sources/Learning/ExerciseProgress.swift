// How far a learner is with one exercise. A value; ProgressFile keeps it.
import Grading

public struct ExerciseProgress: Codable, Equatable, Sendable {
  /// So many hints have been given.
  public var hintsShown = 0
  /// How often the file was checked; a check that could not be made does not count.
  public var attempts = 0
  /// The best marks so far, and of how many.
  public var earned = 0
  public var points = 0
  /// SHA-256 of the file that passed; nil until one does.
  public var passedFile: String?

  public init() {}

  public var isPassed: Bool { passedFile != nil }
  public var isStarted: Bool { attempts > 0 || hintsShown > 0 }

  /// Counts a check.
  ///
  /// - Parameter file: the SHA-256 of what was judged, in hexadecimal.
  public mutating func add(_ verdict: Verdict, of file: String) {
    guard verdict.verdict != .couldNotCheck else { return }
    attempts += 1
    // The points of an exercise may change between two checks; shares are what can be compared.
    if points == 0 || Double(verdict.earned) * Double(points) >= Double(earned) * Double(verdict.points) {
      (earned, points) = (verdict.earned, verdict.points)
    }
    if verdict.verdict == .passed { passedFile = file }
  }
}

extension ExerciseProgress {
  private enum CodingKeys: String, CodingKey { case hintsShown, attempts, earned, points, passedFile }

  /// What is missing is as at the beginning.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let number = { (key: CodingKeys) in max(0, try container.decodeIfPresent(Int.self, forKey: key) ?? 0) }
    hintsShown = try number(.hintsShown)
    attempts = try number(.attempts)
    earned = try number(.earned)
    points = try number(.points)
    passedFile = try container.decodeIfPresent(String.self, forKey: .passedFile)
  }
}
