// The README of the learners' copy.
import Foundation

enum LearnersReadme {
  static func text(_ exercises: [Exercise]) -> String {
    let list = exercises.map { "| \($0.id) | [Task](Exercises/\(url($0.path))/Task.md) | \($0.points) |\n" }
    return """
      # Your course

      Lessons are in `Lessons`, exercises in `Exercises`. Run the commands in this folder.

      ```
      lectern                   where you stand, and what comes next
      lectern run 1.1           a lesson
      lectern check EXERCISE    checks what you wrote, and says what differs
      lectern hint EXERCISE     the next hint
      lectern watch EXERCISE    checks again whenever you save
      lectern reset EXERCISE    the file as it was given; yours is kept beside it
      ```

      Each exercise is a folder: read its `Task.md`, write in its Swift file where it says TODO, and look at `Probes.swift`
      to see what is asked. When your file is graded, it is asked more than that.

      | exercise | task | points |
      |---|---|---|
      \(list.joined())
      """
  }

  /// As it can stand in a link.
  private static func url(_ path: String) -> String {
    path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
  }
}
