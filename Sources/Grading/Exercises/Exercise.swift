// An exercise as its folders say it is: the task, its files and its front matter. A value; nothing is compiled here.
import LessonDocuments

public struct Exercise: Equatable, Sendable {
  /// The name on the command line, unique in a course.
  public var id: String
  public var title: String
  public var points: Int
  /// `2.5`: where it is explained; nil if the task names no lesson.
  public var lesson: String?
  /// Exercises to be passed first.
  public var needs: [String]
  /// Seconds for one probe.
  public var timeLimit: Double
  /// Bytes for one probe.
  public var memoryLimit: Int
  /// Symbols of the library that a submission may not use: `Tensor.softmax`, or a whole type.
  public var withhold: [String]
  /// Folders of the course that a probe may read, such as `BaseModel`; see ``readableFolders``.
  public var reads: [String]
  /// Given one at a time.
  public var hints: [String]
  /// The task, for the learner to read.
  public var task: Lesson
  /// `02-architecture/softmax`: below `Exercises` and `Solutions` alike.
  public var path: String
  /// `Softmax.swift`
  public var fileName: String
  /// The course's folder, absolute.
  public var root: String

  public init(
    id: String, title: String, points: Int, lesson: String?, needs: [String], timeLimit: Double, memoryLimit: Int,
    withhold: [String], reads: [String] = [], hints: [String], task: Lesson, path: String, fileName: String,
    root: String
  ) {
    self.id = id
    self.title = title
    self.points = points
    self.lesson = lesson
    self.needs = needs
    self.timeLimit = timeLimit
    self.memoryLimit = memoryLimit
    self.withhold = withhold
    self.reads = reads
    self.hints = hints
    self.task = task
    self.path = path
    self.fileName = fileName
    self.root = root
  }
}

extension Exercise {
  /// What an exercise may ask for: models and documents that learners have, and nothing that holds answers.
  static let readableFolders = ReleaseList.readByLessons

  public var folder: String { "\(root)/Exercises/\(path)" }
  public var solutionFolder: String { "\(root)/Solutions/\(path)" }

  /// The learner's file, which holds the starter at first.
  public var file: String { "\(folder)/\(fileName)" }
  public var taskFile: String { "\(folder)/Task.md" }
  public var probesFile: String { "\(folder)/\(ExerciseReader.probesName)" }
  /// What both files of probes share, if there is such a file.
  public var fixturesFile: String { "\(folder)/\(ExerciseReader.fixturesName)" }
  /// In a copy without solutions: what the visible probes must return; written by `lectern release`.
  public var answersFile: String { "\(folder)/Answers.json" }
  /// In a copy without solutions, and wherever a learner's file has been edited: the file as it was given.
  public var starterFile: String { "\(folder)/.starter/\(fileName)" }
  public var solutionFile: String { "\(solutionFolder)/\(fileName)" }
  public var hiddenProbesFile: String { "\(solutionFolder)/HiddenProbes.swift" }
  public var mistakesFolder: String { "\(solutionFolder)/Mistakes" }
}
