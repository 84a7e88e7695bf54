// The exercise that somebody means: by id, by path, or by the number of its lesson.
import Foundation
import LessonDocuments

extension ExerciseCatalogue {
  /// So many near names are offered for one that is unknown.
  private static let mostNearest = 3

  /// - Parameters:
  ///   - name: `softmax`; the path of the exercise's folder or of a file in it; or `2.6` where that lesson has one
  ///     exercise.
  ///   - folder: where relative paths start, besides the course's folder and `Exercises`.
  public func exercise(named name: String, from folder: String? = nil) throws(ExerciseError) -> Exercise {
    if let exercise = exercises.first(where: { $0.id == name.lowercased() }) { return exercise }
    let places = places(name, from: folder)
    if let exercise = exercises.first(where: { Self.isIn($0.folder, places) }) { return exercise }
    let ofLesson = exercises.filter { $0.lesson == name }
    if ofLesson.count > 1 { throw .ambiguous(name: name, candidates: ofLesson.map(\.id)) }
    if let only = ofLesson.first { return only }
    // What is wrong with its folder says more than that it is not known.
    if let problem = problems.first(where: { isMeant($0, name, places) }) { throw problem.error }
    throw .unknownExercise(name: name, nearest: nearest(to: name))
  }

  private func places(_ name: String, from folder: String?) -> [String] {
    let bases = [folder, root, "\(root)/\(Self.exercisesFolder)"].compactMap { $0 }
    let paths = name.hasPrefix("/") ? [name] : bases.map { "\($0)/\(name)" }
    // As it is written, and with the links followed.
    return paths.flatMap { path in
      let url = URL(fileURLWithPath: path).standardizedFileURL
      return [url.path, url.resolvingSymlinksInPath().path]
    }
  }

  private static func isIn(_ folder: String, _ places: [String]) -> Bool {
    places.contains { $0 == folder || $0.hasPrefix(folder + "/") }
  }

  private func isMeant(_ problem: Problem, _ name: String, _ places: [String]) -> Bool {
    problem.path.hasSuffix("/" + name) || Self.isIn("\(root)/\(Self.exercisesFolder)/\(problem.path)", places)
  }

  private func nearest(to name: String) -> [String] {
    let distances = exercises.map { exercise in
      [exercise.id, exercise.title, exercise.path].map { NearestName.distance(name, $0) }.min() ?? .max
    }
    return zip(exercises, distances).enumerated().sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }
      .prefix(Self.mostNearest).map(\.element.0.id)
  }
}
