// A small lesson with everything that an interactive run meets, for tests in a terminal.
import Foundation
import Testing

enum RunLesson {
  static let text = """
    ---
    title: Small sums
    minutes: 3
    objectives:
      - add numbers
      - look at a map of weights
    ---

    # Small sums

    Prose about adding numbers.

    ```swift id=a title="One number"
    let one = 41
    ```

    The next step needs it.

    ```swift id=b
    let two = one + 1
    print("two is", two)
    ```

    ```expect
    two is 42
    ```

    Weights are rows that sum to one.

    ```swift id=map
    let weights = Tensor([[0.75, 0.25], [0.5, 0.5]])
    show(attention: weights, queries: ["cat", "sat"], "looks")
    ```

    All has been added.

    """

  /// A window of a run of the lesson, with progress in the course's own folder.
  static func window(
    _ course: borrowing TemporaryCourse, _ arguments: [String] = [], columns: Int = 80, rows: Int = 40,
    colors: TerminalWindow.Colors = .twoHundredFiftySix, environment: [String: String] = [:]
  ) throws -> TerminalWindow {
    try TerminalWindow(
      ["run", course.lesson] + arguments, in: course.root, columns: columns, rows: rows, colors: colors,
      environment: environment.merging(["LECTERN_DATA": course.root + "/data"]) { $1 })
  }

  /// An editor that runs a `sed` command on the file.
  static func editor(_ course: borrowing TemporaryCourse, _ command: String) throws -> [String: String] {
    let path = course.root + "/editor"
    try Data("#!/bin/sh\nexec sed -i '\(command)' \"$1\"\n".utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return ["VISUAL": path]
  }
}
