// The system's voice: espeak-ng, or say on macOS.
import Applications
import Foundation
import SystemTools

struct SpeechSynthesizer {
  private let tool: String
  private let name: String

  /// The first that is on the PATH; nil if there is none.
  static func find() -> SpeechSynthesizer? {
    ["espeak-ng", "espeak", "say"].lazy.compactMap { name in
      ToolProcess.path(of: name).map { SpeechSynthesizer(tool: $0, name: name) }
    }.first
  }

  /// The spoken text.
  func sound(of text: String) throws -> Waveform {
    let file = NSTemporaryDirectory() + "lectern-\(UUID().uuidString).wav"
    defer { try? FileManager.default.removeItem(atPath: file) }
    try run(
      name == "say" ? ["-o", file, "--data-format=LEI16@22050", "--", text] : ["-v", "en", "-w", file, "--", text])
    return try Waveform(contentsOf: file)
  }

  /// Says the text aloud, and returns when it is said.
  func speak(_ text: String) throws {
    do { try run(name == "say" ? ["--", text] : ["-v", "en", "--", text]) } catch let failure as SpeakingFailure {
      throw SpeakingFailure(message: "\(failure.message). Without a loudspeaker: --out FILE.wav")
    }
  }

  private func run(_ arguments: [String]) throws {
    let result = try ToolProcess.run(tool, arguments, supervisor: nil, seconds: 60)
    // Without a sound card espeak-ng complains and says that all is well.
    let complaint = result.output.split(whereSeparator: \.isNewline).last.map(String.init) ?? ""
    guard result.status == 0, !complaint.hasPrefix("error:") else {
      throw SpeakingFailure(
        message: "\(name) cannot speak: \(complaint.isEmpty ? "status \(result.status)" : complaint)")
    }
  }
}

/// The machine has no voice, or no loudspeaker.
struct SpeakingFailure: LecternFailure {
  let status = ExitStatus.environment
  let message: String
}
