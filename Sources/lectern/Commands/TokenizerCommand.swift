// `lectern tokenizer`: trains a tokenizer, and applies one to text.
import ArgumentParser
import Foundation
import LessonDocuments
import Tokenizers

struct TokenizerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokenizer", abstract: "Trains tokenizers, and turns text into ids and back.",
    subcommands: [TrainTokenizerCommand.self, EncodeCommand.self, DecodeCommand.self])
}

/// `--tokenizer`
struct TokenizerArgument: ParsableArguments {
  @Option(help: "A folder with tokenizer files, or a tokenizer.json.")
  var tokenizer: String

  func load() throws -> any Tokenizer { try TokenizerFiles.load(tokenizer) }
}

struct TrainTokenizerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Trains a byte-level BPE tokenizer on text files.")

  @Argument(help: "Text files in UTF-8.")
  var files: [String]

  @Option(help: "How many tokens it shall have, the 256 bytes included.")
  var vocabulary: Int

  @Option(help: ArgumentHelp("Where tokenizer.json, vocab.json and merges.txt go.", valueName: "folder"))
  var out: String

  func run() throws {
    let texts = try files.map(TextInput.file)
    let tokenizer = try BytePairTokenizer.train(on: texts, vocabularySize: vocabulary)
    try tokenizer.write(to: out)
    StandardOutput.write(
      "\(out): \(tokenizer.vocabularySize) tokens, \(tokenizer.merges.count) merges, learned from "
        + "\(texts.reduce(0) { $0 + $1.utf8.count }) bytes\n")
  }
}

struct EncodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "encode", abstract: "Turns text into ids; standard input when no text is given.")

  @OptionGroup var argument: TokenizerArgument

  @Flag(help: "Puts the special tokens of the tokenizer's template round the text.")
  var special = false

  @Option(help: "text (the ids) or json (ids, tokens, and offsets in UTF-8 bytes).")
  var format = ListFormat.text

  @Argument(help: "The text.")
  var text: String?

  func run() throws {
    let tokenizer = try argument.load()
    let text = try text ?? TextInput.standardInput()
    switch format {
    case .text:
      let ids = tokenizer.encode(text, addingSpecialTokens: special)
      StandardOutput.write(ids.map(String.init).joined(separator: " ") + "\n")
    case .json:
      let encoding = tokenizer.encoding(of: text, addingSpecialTokens: special)
      StandardOutput.write(
        try ListFormat.line(
          EncodingJSON(
            ids: encoding.ids, tokens: encoding.tokens,
            offsets: encoding.offsets.map { [$0.lowerBound, $0.upperBound] })))
    }
  }
}

/// The JSON of `tokenizer encode`.
private struct EncodingJSON: Encodable {
  var ids: [Int]
  var tokens: [String]
  var offsets: [[Int]]
}

struct DecodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decode", abstract: "Turns ids into text; standard input when no ids are given.",
    discussion: "Ids are separated by spaces or commas, or stand in a JSON array.")

  @OptionGroup var argument: TokenizerArgument

  @Argument(parsing: .captureForPassthrough, help: "The ids.")
  var ids: [String] = []

  func run() throws {
    let tokenizer = try argument.load()
    let text = ids.isEmpty ? try TextInput.standardInput() : ids.joined(separator: " ")
    // As bytes: the ids may end inside a character.
    StandardOutput.write(try tokenizer.decodeBytes(NumberList.read(text, each: "id")))
  }
}

/// Whole numbers that somebody typed.
enum NumberList {
  /// - Parameter each: what one of them is, for the sentence about one that is not.
  static func read(_ text: String, each: String) throws -> [Int] {
    try text.split { $0.isWhitespace || ",[]".contains($0) }.map { word in
      guard let number = Int(word) else {
        throw UsageFailure("\(String(word).quoted) is no \(each); \(each)s are whole numbers, as in 1,2,3")
      }
      return number
    }
  }
}

/// Text from outside, whole.
enum TextInput {
  static func file(_ path: String) throws -> String {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw UsageFailure("cannot read \(path): \(String(cString: strerror(errno)))")
    }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw UsageFailure("\(path) is a folder; name the files in it") }
    do { return try text(Data(contentsOf: URL(fileURLWithPath: path)), from: path) } catch let error as UsageFailure {
      throw error
    } catch {
      throw UsageFailure("cannot read \(path): \((error as NSError).localizedDescription)")
    }
  }

  static func standardInput() throws -> String {
    try text(FileHandle.standardInput.readDataToEndOfFile(), from: "standard input")
  }

  private static func text(_ data: Data, from source: String) throws -> String {
    guard let text = String(validating: data, as: UTF8.self) else {
      throw UsageFailure("\(source) is no text in UTF-8; convert it first")
    }
    return text
  }
}
