// The command line's entry: parses the arguments, runs the command, and turns whatever went wrong into a sentence and
// an exit status.
import ArgumentParser
import Foundation
import LessonDocuments

@main
enum Lectern {
  static func main() {
    // Whoever reads our output may stop reading.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try LecternCommand.parseAsRoot()
      try command.run()
    } catch {
      let status = ExitStatus.of(error)
      switch status {
      case .ok: StandardOutput.write(LecternCommand.fullMessage(for: error) + "\n")
      case .wrongUsage where error is LessonError: StandardError.write("\(error)\n")
      case .wrongUsage where !(error is any LecternFailure) && !(error is CourseError):
        StandardError.write(LecternCommand.fullMessage(for: error) + "\n")
      default:
        let message = ExitStatus.message(for: error)
        if !message.isEmpty { StandardError.write("lectern: \(message)\n") }
      }
      exit(status.rawValue)
    }
  }
}

struct LecternCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lectern",
    abstract: "Lessons on large language models that run: every step is compiled, and shows what it computes.",
    version: "0.1.0",
    subcommands: [
      OverviewCommand.self, RunCommand.self, WatchCommand.self, ListCommand.self, VerifyCommand.self, NewCommand.self,
      DoctorCommand.self, TokenizerCommand.self, BenchCommand.self,
    ],
    defaultSubcommand: OverviewCommand.self)
}
