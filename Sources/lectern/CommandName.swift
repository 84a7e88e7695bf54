// Commands that are not there. The argument parser would take them for arguments of the default command.
import ArgumentParser
import LessonDocuments

enum CommandName {
  /// Throws ``UsageFailure`` with the nearest name if the arguments begin with a command that is not there.
  static func check(_ arguments: [String]) throws {
    var command: any ParsableCommand.Type = LecternCommand.self
    var path = "lectern"
    for argument in arguments {
      let known = command.configuration.subcommands
      // `lectern gradebook FOLDER`: what is no name of a command is an argument of the default one.
      let takesArguments = path != "lectern" && command.configuration.defaultSubcommand != nil
      guard !known.isEmpty, !takesArguments, !argument.hasPrefix("-"), argument != "help" else { return }
      let names = known.compactMap { $0.configuration.commandName }
      guard let next = known.first(where: { $0.configuration.commandName == argument }) else {
        let nearest = NearestName.of(argument, among: names).map { "; the nearest is \(path) \($0)" } ?? ""
        throw UsageFailure("there is no command \("\(path) \(argument)".quoted)\(nearest). All of them: \(path) --help")
      }
      command = next
      path += " \(argument)"
    }
  }
}
