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
  /// When a file passed for the first time; nil if none did, or if nobody wrote it down.
  public var passedOn: Moment?

  public init() {}

  public var isPassed: Bool { passedFile != nil }
  public var isStarted: Bool { attempts > 0 || hintsShown > 0 }

  /// Counts a check.
  ///
  /// - Parameters:
  ///   - file: the SHA-256 of what was judged, in hexadecimal.
  ///   - moment: when.
  public mutating func add(_ verdict: Verdict, of file: String, at moment: Moment = .now) {
    guard verdict.verdict != .couldNotCheck else { return }
    attempts += 1
    keepBest(verdict.earned, of: verdict.points)
    if verdict.verdict == .passed {
      passedFile = file
      passedOn = passedOn ?? moment
    }
  }

  /// Takes in what is known of the same exercise elsewhere: the best of both, and nothing is lost. The file that passed
  /// here stays the one that is known, since its bytes are here.
  mutating func merge(_ other: ExerciseProgress) {
    hintsShown = max(hintsShown, other.hintsShown)
    attempts = max(attempts, other.attempts)
    keepBest(other.earned, of: other.points)
    passedFile = passedFile ?? other.passedFile
    passedOn = [passedOn, other.passedOn].compactMap { $0 }.min()
  }

  /// The points of an exercise may change between two checks; shares are what can be compared.
  private mutating func keepBest(_ otherEarned: Int, of otherPoints: Int) {
    guard otherPoints > 0 || points == 0 else { return }
    if points == 0 || Double(otherEarned) * Double(points) >= Double(earned) * Double(otherPoints) {
      (earned, points) = (otherEarned, otherPoints)
    }
  }
}

extension ExerciseProgress {
  private enum CodingKeys: String, CodingKey { case hintsShown, attempts, earned, points, passedFile, passedOn }

  /// What is missing is as at the beginning.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    hintsShown = try container.count(forKey: .hintsShown)
    attempts = try container.count(forKey: .attempts)
    earned = try container.count(forKey: .earned)
    points = try container.count(forKey: .points)
    passedFile = try container.decodeIfPresent(String.self, forKey: .passedFile)
    passedOn = try container.decodeIfPresent(Moment.self, forKey: .passedOn)
  }
}
