// The JSON of `list`.
import Grading
import Learning
import LessonDocuments

struct CourseList: Encodable {
  struct Item: Encodable {
    var number: String?
    var slug: String
    var title: String
    var path: String
    var chapter: String
    var state: StandingState
    var steps: Int
    var stepsDone: Int
    /// The step at which the learner left.
    var place: String?
    var questions: Int
    var questionsRight: Int
    var questionsRightAtFirst: Int

    init(_ standing: LessonStanding, in chapter: ChapterStanding) {
      number = standing.lesson.number
      slug = standing.lesson.slug
      title = standing.lesson.title
      path = standing.lesson.path
      self.chapter = chapter.title
      state = standing.state
      steps = standing.steps
      stepsDone = standing.stepsDone
      place = standing.place?.step
      questions = standing.questions
      questionsRight = standing.questionsRight
      questionsRightAtFirst = standing.questionsRightAtFirst
    }
  }

  struct ExerciseItem: Encodable {
    enum State: String, Encodable { case new, started, passed }

    var id: String
    var title: String
    var path: String
    var chapter: String
    var lesson: String?
    var needs: [String]
    var state: State
    /// The best so far, of `points`.
    var earned: Int
    var points: Int
    var attempts: Int
    var hintsShown: Int
    var hints: Int
    /// When a file passed for the first time, where that is known.
    var passedOn: Moment?

    init(_ standing: ExerciseStanding, in chapter: ChapterStanding) {
      let (exercise, progress) = (standing.exercise, standing.progress)
      id = exercise.id
      title = exercise.title
      path = "Exercises/\(exercise.path)"
      self.chapter = chapter.title
      lesson = exercise.lesson
      needs = exercise.needs
      switch standing.state {
      case .new: state = .new
      case .started: state = .started
      case .done: state = .passed
      }
      earned = progress.earned
      points = exercise.points
      attempts = progress.attempts
      hintsShown = min(progress.hintsShown, exercise.hints.count)
      hints = exercise.hints.count
      passedOn = progress.passedOn
    }
  }

  var lessons: [Item]
  var exercises: [ExerciseItem]

  init(_ standing: CourseStanding) {
    lessons = standing.chapters.flatMap { chapter in chapter.lessons.map { Item($0, in: chapter) } }
    exercises = standing.chapters.flatMap { chapter in chapter.exercises.map { ExerciseItem($0, in: chapter) } }
  }
}
