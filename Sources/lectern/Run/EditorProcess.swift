// The reader's editor, in the foreground of the terminal.
import Foundation
import StepExecution
import SystemTools

enum EditorProcess {
  /// Runs an editor such as `vim` or `code --wait` on a line of a file and waits for its end.
  ///
  /// - Returns: its exit status; nil if it could not be started.
  static func run(_ editor: String, file: String, line: Int) -> Int32? {
    // The variable may hold arguments, as a shell would split them; `+line` is understood by vi, nano, emacs and kak.
    let script = "exec \(editor) \"$@\""
    let program = editor.split(separator: " ").first?.split(separator: "/").last.map(String.init) ?? ""
    let knowsLines = ["vi", "vim", "nvim", "nano", "emacs", "emacsclient", "kak", "micro", "joe"].contains(program)
    let arguments = ["/bin/sh", "-c", script, "sh"] + (knowsLines ? ["+\(line)"] : []) + [file]
    // In our own process group, so that the terminal is the editor's too.
    let child = try? ChildProcess(
      arguments, environment: ProcessInfo.processInfo.environment,
      descriptors: [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO])
    return child?.wait()
  }
}
