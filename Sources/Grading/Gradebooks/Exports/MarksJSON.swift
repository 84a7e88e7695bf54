// The marks of a class as JSON.

/// `{"students":[{"student":…,"total":…,"of":…,"marks":[…]}],"misconceptions":[…]}`
struct MarksJSON: Encodable {
  struct Student: Encodable {
    var student: String
    var total: Points
    var of: Int
    var refusal: String?
    var marks: [Item]
  }

  struct Item: Encodable {
    var exercise: String
    var state: Mark.State
    var outcome: Verdict.Outcome?
    var earned: Int?
    var points: Int
    /// Left out if it could not be checked.
    var mark: Points?
    var handedIn: Moment?
    var lateSeconds: Int64
    var deductedPercent: Double
    var override: Override?
    var attempts: Int
    var isolation: Verdict.Isolation?
    var file: String?
    var sha256: String?
  }

  struct Override: Encodable {
    var mark: Points
    var reason: String
    var author: String
    var at: Moment
  }

  struct ExerciseItem: Encodable {
    var id: String
    var title: String
    var points: Int
  }

  private var students: [Student]
  private var exercises: [ExerciseItem]
  private var misconceptions: [Misconception]

  init(students: [StudentMarks], exercises: [GradedExercise], misconceptions: [Misconception]) {
    self.students = students.map { student in
      Student(
        student: student.student, total: student.total, of: student.possible, refusal: student.refusal,
        marks: student.marks.map(Item.init))
    }
    self.exercises = exercises.map { ExerciseItem(id: $0.id, title: $0.title, points: $0.points) }
    self.misconceptions = misconceptions
  }
}

extension MarksJSON.Item {
  init(_ mark: Mark) {
    self.init(
      exercise: mark.exercise, state: mark.state, outcome: mark.outcome, earned: mark.earned, points: mark.points,
      mark: mark.value, handedIn: mark.handedIn, lateSeconds: mark.late,
      deductedPercent: Double(mark.deducted.hundredths) / 100,
      override: mark.override.map {
        MarksJSON.Override(mark: $0.mark, reason: $0.reason, author: $0.author, at: $0.at)
      }, attempts: mark.attempts, isolation: mark.isolation, file: mark.file, sha256: mark.sha256)
  }
}
