import Foundation
import Testing

@testable import Grading

/// Reading what somebody handed in.
@Suite struct SubmissionTests {
  private let names = ["Softmax.swift"]

  private func refusal(_ folder: TemporaryClass, _ student: String) throws -> SubmissionRefusal? {
    let submission = try #require(try folder.submission(student))
    do {
      _ = try submission.files(named: names)
      return nil
    } catch { return error }
  }

  @Test func `the files of exercises are found in folders, zips and tars`() throws {
    let folder = try TemporaryClass()
    try folder.write("in a folder", to: "ada/work/Softmax.swift")
    try folder.write("not an exercise", to: "ada/work/Notes.swift")
    try folder.write(ZipFile.bytes([("bob/Softmax.swift", Array("in a zip".utf8))]), to: "bob.zip")
    var tar = TarFile()
    tar.add("./work/", type: "5")
    tar.add("./work/Softmax.swift", Array("in a tar".utf8))
    try folder.write(tar.finished, to: "cleo.tar")
    try folder.write(tar.finished, to: "dan.tar")
    try #require(try run("gzip", ["dan.tar"], in: folder.submissions))
    let found = try SubmissionsFolder(folder.submissions, besides: folder.output).submissions.map { submission in
      try submission.files(named: names).map {
        "\(submission.student) \($0.path) \(String(decoding: $0.bytes, as: UTF8.self))"
      }
    }
    #expect(
      found == [
        ["ada work/Softmax.swift in a folder"], ["bob bob/Softmax.swift in a zip"],
        ["cleo work/Softmax.swift in a tar"],
        ["dan work/Softmax.swift in a tar"],
      ])
  }

  @Test(
    arguments: [
      ("../Softmax.swift", "0", SubmissionRefusal.outside(entry: "../Softmax.swift")),
      ("a/../../Softmax.swift", "0", .outside(entry: "a/../../Softmax.swift")),
      ("/etc/Softmax.swift", "0", .outside(entry: "/etc/Softmax.swift")),
      ("C:\\Softmax.swift", "0", .outside(entry: "C:\\Softmax.swift")),
      ("a\\..\\..\\Softmax.swift", "0", .outside(entry: "a\\..\\..\\Softmax.swift")),
      ("Softmax.swift", "1", .notAFile(entry: "Softmax.swift", .hardLink)),
      ("Softmax.swift", "2", .notAFile(entry: "Softmax.swift", .symbolicLink)),
      ("Softmax.swift", "3", .notAFile(entry: "Softmax.swift", .device)),
      ("Softmax.swift", "6", .notAFile(entry: "Softmax.swift", .pipe)),
    ] as [(String, Character, SubmissionRefusal)])
  func `an archive with an entry that is no file inside it is refused by its name`(
    name: String, type: Character, expected: SubmissionRefusal
  ) throws {
    let folder = try TemporaryClass()
    var tar = TarFile()
    tar.add("fine/Softmax.swift", [1, 2, 3])
    tar.add(name, type: type, link: "/etc/passwd")
    try folder.write(tar.finished, to: "eve.tar")
    #expect(try refusal(folder, "eve") == expected)
  }

  @Test func `an archive with a file twice, or cut short, or that is none, is refused`() throws {
    let folder = try TemporaryClass()
    var tar = TarFile()
    tar.add("Softmax.swift", [1])
    tar.add("./Softmax.swift", [2])
    try folder.write(tar.finished, to: "twice.tar")
    var short = TarFile()
    short.add("Softmax.swift", [1, 2, 3], size: 100_000)
    try folder.write(short.bytes, to: "short.tar")
    try folder.write("hello", to: "text.zip")
    try folder.write("", to: "empty.zip")
    #expect(try refusal(folder, "twice") == .twice(entry: "Softmax.swift"))
    for name in ["short", "text", "empty"] {
      guard case .damaged = try refusal(folder, name) else {
        Issue.record("\(name) was not refused as damaged")
        continue
      }
    }
  }

  @Test func `an encrypted archive is refused`() throws {
    let folder = try TemporaryClass()
    try folder.write(ZipFile.bytes([("eve/Softmax.swift", [1, 2, 3])], password: "word"), to: "eve.zip")
    #expect(try refusal(folder, "eve") == .encrypted(entry: "eve/Softmax.swift"))
  }

  @Test func `an archive that unpacks to too much is refused before it has`() throws {
    let folder = try TemporaryClass()
    try folder.write(ZipFile.bytes([("eve/zeros", [UInt8](repeating: 0, count: 40 << 20))]), to: "eve.zip")
    #expect(try refusal(folder, "eve") == .bomb(entry: "eve/zeros", ratio: 200))
  }

  @Test func `too many entries, too deep ones and too long paths are refused`() throws {
    let folder = try TemporaryClass()
    for index in 0..<6 { try folder.write("", to: "many/\(index)") }
    try folder.write("", to: "deep/a/b/c/d/Softmax.swift")
    try folder.write("", to: "long/" + String(repeating: "x", count: 40))
    try folder.write(String(repeating: "x", count: 200), to: "large/Softmax.swift")
    let limits = SubmissionLimits(entries: 5, depth: 3, pathBytes: 30, fileBytes: 100)
    func refused(_ student: String) throws -> SubmissionRefusal? {
      let submission = try #require(try folder.submission(student))
      do { _ = try submission.files(named: names, limits: limits) } catch { return error }
      return nil
    }
    #expect(try refused("many") == .tooManyEntries(limit: 5))
    #expect(try refused("deep") == .tooDeep(entry: "a/b/c/d/Softmax.swift", limit: 3))
    #expect(try refused("long") == .longPath(entry: String(repeating: "x", count: 40), limit: 30))
    #expect(try refused("large") == .largeFile(entry: "Softmax.swift", limit: 100))
  }

  @Test func `a folder with a link or a pipe is refused, and what a build left there is passed over`() throws {
    let folder = try TemporaryClass()
    let paths = ["link", "pipe", "built"].map { "\(folder.submissions)/\($0)" }
    for path in paths + ["\(paths[2])/.build"] {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    try FileManager.default.createSymbolicLink(atPath: paths[0] + "/Softmax.swift", withDestinationPath: "/etc/passwd")
    try #require(mkfifo(paths[1] + "/Softmax.swift", 0o600) == 0)
    try FileManager.default.createSymbolicLink(atPath: paths[2] + "/.build/debug", withDestinationPath: "/etc")
    try FileManager.default.createSymbolicLink(atPath: folder.submissions + "/whole", withDestinationPath: "/etc")
    #expect(try refusal(folder, "link") == .notAFile(entry: "Softmax.swift", .symbolicLink))
    #expect(try refusal(folder, "pipe") == .notAFile(entry: "Softmax.swift", .pipe))
    #expect(try refusal(folder, "built") == nil)
    #expect(try refusal(folder, "whole") == .notAFile(entry: "whole", .symbolicLink))
  }

  @Test func `two entries for one student are told, and neither is taken`() throws {
    let folder = try TemporaryClass()
    try folder.write("one", to: "ada/Softmax.swift")
    try folder.write(TarFile().finished, to: "ada.tar")
    #expect(try refusal(folder, "ada") == .severalOfOneName(["ada", "ada.tar"]))
  }

  @Test func `the results are no submission, and cannot be among them`() throws {
    let folder = try TemporaryClass()
    try folder.write("one", to: "ada/Softmax.swift")
    try folder.write("mine", to: "graded/gradebook.sqlite")
    try folder.write("read me", to: "README.txt")
    let inside = folder.submissions + "/graded"
    let found = try SubmissionsFolder(folder.submissions, besides: inside)
    #expect(found.students == ["ada"] && found.ignored == ["README.txt"])
    #expect(throws: ClassError.outputAmongSubmissions(folder: folder.submissions)) {
      try SubmissionsFolder(folder.submissions, besides: folder.submissions)
    }
  }
}

@Suite struct HandedInFileTests {
  private func choose(_ paths: [String]) throws -> HandedInFile? {
    let folder = try TemporaryClass()
    let exercises = [
      folder.exercise(), folder.exercise("softmax-again"), folder.exercise("other", file: "Other.swift"),
    ]
    let files = paths.map { SubmittedFile(path: $0, bytes: [], modified: Moment(milliseconds: 0)) }
    return HandedInFile(for: exercises[0], among: files, exercises: exercises)
  }

  @Test func `a file in the exercise's place is taken before one in a folder of its name, and that before others`()
    throws
  {
    let paths = ["Softmax.swift", "softmax/Softmax.swift", "a/Exercises/02-architecture/softmax/Softmax.swift"]
    #expect(try choose(paths)?.file.path == paths[2])
    #expect(try choose(paths)?.ignored == [paths[1], paths[0]])
    #expect(try choose(Array(paths.prefix(2)))?.file.path == paths[1])
  }

  @Test func `a file in another exercise's place is not taken`() throws {
    #expect(try choose(["softmax-again/Softmax.swift"]) == nil)
    #expect(try choose(["Other.swift"]) == nil)
  }

  @Test func `a name in other letters is taken if there is no better one`() throws {
    #expect(try choose(["softmax.swift"])?.file.path == "softmax.swift")
    #expect(try choose(["softmax.swift", "x/Softmax.swift"])?.file.path == "x/Softmax.swift")
  }
}

@Suite struct SafeNameTests {
  @Test(arguments: ["ada", "Ada_Lovelace-2", "a.b"]) func `a plain name is its own file name`(name: String) {
    #expect(SafeName.of(name) == name)
  }

  @Test func `no two names have one file name, and none leaves its folder`() {
    let names = [
      "", ".", "..", "../x", ".hidden", "a/b", "a\nb", "a\u{1b}[2Jb", "<b>a</b>", "a b", "a-b", "é", "日本", "a~b",
      String(repeating: "x", count: 300), String(repeating: "x", count: 301),
    ]
    let files = names.map(SafeName.of)
    #expect(Set(files).count == names.count)
    for file in files {
      #expect(
        file.utf8.count <= 100 && !file.hasPrefix(".") && file.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f && $0 != 0x2f })
    }
  }
}
