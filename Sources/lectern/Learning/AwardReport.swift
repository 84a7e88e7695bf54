// The JSON of `award --check`.
import Grading
import Learning

struct AwardReport: Encodable {
  struct Item: Encodable {
    var exercise: String
    var holds: Bool
    /// What the award says.
    var claimedEarned: Int
    var claimedPoints: Int
    /// What its file gets in this course; left out if it could not be judged.
    var earned: Int?
    var points: Int?
    var reason: String?
  }

  enum Page: String, Encodable { case none, asWritten, otherVersion, changed }

  var holds: Bool
  var name: String?
  var madeOn: Moment
  var page: Page
  var exercises: [Item]

  init(_ check: AwardCheck) {
    holds = check.holds
    name = check.file.award.name
    madeOn = check.file.award.madeOn
    page =
      switch check.file.page {
      case .none: .none
      case .asWritten: .asWritten
      case .otherVersion: .otherVersion
      case .changed: .changed
      }
    exercises = check.findings.map { finding in
      Item(
        exercise: finding.work.exercise, holds: finding.holds, claimedEarned: finding.work.earned,
        claimedPoints: finding.work.points, earned: finding.earned, points: finding.points, reason: finding.reason)
    }
  }
}
