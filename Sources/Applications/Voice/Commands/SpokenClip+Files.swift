// Clips on disk: a line of JSON for each in NAME.jsonl, and the frames of all behind each other, a byte a number, in
// NAME.safetensors.
internal import Foundation
internal import Messages
internal import Tensors

/// Why clips cannot be read.
public enum SpokenClipError: Error, Equatable, Sendable, CustomStringConvertible {
  case cannotRead(file: String, reason: String)
  /// - Parameter line: counted from 1.
  case line(file: String, line: Int, reason: String)
  case frames(file: String, reason: String)

  public var description: String {
    switch self {
    case .cannotRead(let file, let reason): "\(file) cannot be read: \(reason)"
    case .line(let file, let line, let reason): "\(file):\(line): \(reason)"
    case .frames(let file, let reason): "\(file): \(reason)"
    }
  }
}

extension [SpokenClip] {
  /// Reads `PATH.jsonl` and `PATH.safetensors`. Throws ``SpokenClipError`` or ``SafetensorsError``.
  public init(contentsOf path: String) throws {
    let index = path + ".jsonl"
    let text: String
    do { text = try String(contentsOfFile: index, encoding: .utf8) } catch {
      throw SpokenClipError.cannotRead(file: index, reason: error.localizedDescription)
    }
    let lines = try text.split(whereSeparator: \.isNewline).enumerated().map { number, line in
      do { return try JSONDecoder().decode(ClipLine.self, from: Data(line.utf8)) } catch {
        throw SpokenClipError.line(
          file: index, line: number + 1,
          reason:
            "expected {\"command\":…,\"words\":…,\"voice\":…,\"frames\":N}; found \(String(line.prefix(60)).quoted)")
      }
    }
    let file = try SafetensorsFile(path: path + ".safetensors")
    let bytes = try file.bytes("frames")
    let shape = file["frames"]?.shape ?? []
    let total = lines.reduce(0) { $0 + $1.frames }
    guard shape.count == 2, shape[0] == total, lines.allSatisfy({ $0.frames > 0 }) else {
      throw SpokenClipError.frames(
        file: file.path, reason: "its frames have the shape \(shape), and \(index) speaks of \(total) frames")
    }
    var first = 0
    self = lines.map { line in
      let values = bytes[first * shape[1]..<(first + line.frames) * shape[1]].map(ClipLine.value)
      first += line.frames
      return SpokenClip(
        command: line.command, words: line.words, voice: line.voice,
        frames: Tensor(values, shape: [line.frames, shape[1]]))
    }
  }

  /// Writes both files. Numbers are rounded to steps of 0.1 from -12 to 13.5, less than an ear can tell. Throws
  /// ``SpokenClipError`` or ``SafetensorsError``.
  public func write(to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let lines = try map { clip in
      let line = ClipLine(
        command: clip.command, words: clip.words, voice: clip.voice, frames: clip.frames.shape[0])
      return String(decoding: try encoder.encode(line), as: UTF8.self) + "\n"
    }
    let frames = Tensor.concatenated(map(\.frames))
    try SafetensorsFile.write(
      bytes: frames.scalars.map(ClipLine.byte), shape: frames.shape, named: "frames", to: path + ".safetensors")
    do { try lines.joined().write(toFile: path + ".jsonl", atomically: true, encoding: .utf8) } catch {
      throw SpokenClipError.cannotRead(file: path + ".jsonl", reason: error.localizedDescription)
    }
  }
}

private struct ClipLine: Codable {
  var command: String
  var words: String
  var voice: String
  var frames: Int

  static func byte(_ value: Float) -> UInt8 { UInt8(Swift.min(255, Swift.max(0, ((value + 12) * 10).rounded()))) }

  static func value(_ byte: UInt8) -> Float { Float(byte) / 10 - 12 }
}
