// From files and folders to documents.
import DocumentReading
import Foundation
import Testing

struct DocumentFilesTests {
  @Test("a folder gives its documents in the order of their names, those of the folders in it too, and no hidden ones")
  func folder() throws {
    let folder = try TemporaryFolder()
    for name in [
      "b.md", "a.txt", "deep/er/c.html", "with space\nand line.pdf", ".hidden.txt", ".git/x.txt", "picture.png",
    ] {
      try folder.write(name, "x")
    }
    let found = DocumentFiles.find([folder.path + "/"])
    #expect(
      found.files == ["a.txt", "b.md", "deep/er/c.html", "with space\nand line.pdf"].map { "\(folder.path)/\($0)" })
    #expect(found.failures.isEmpty)
    #expect(found.passedOver == ["\(folder.path)/picture.png"])
  }

  @Test("links are followed, each file and folder once, and a circle ends; one that leads nowhere is named")
  func links() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/x.txt", "x")
    for (name, target) in [("a/circle", folder.path), ("b", "\(folder.path)/a"), ("c.txt", "a/x.txt"), ("d.txt", "no")]
    {
      try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/\(name)", withDestinationPath: target)
    }
    let found = DocumentFiles.find([folder.path])
    #expect(found.files == ["\(folder.path)/a/x.txt"])
    #expect(found.failures.map(\.file) == ["\(folder.path)/d.txt"])
  }

  @Test("what is named and is no document is a failure with a reason")
  func named() throws {
    let folder = try TemporaryFolder()
    let picture = try folder.write("picture.png", "x")
    let text = try folder.write("a.txt", "x")
    mkfifo("\(folder.path)/pipe.txt", 0o600)
    let found = DocumentFiles.find([picture, "\(folder.path)/none.txt", text, text, "", "\(folder.path)/pipe.txt"])
    #expect(found.files == [text])
    let reasons = found.failures.map { "\($0.error)" }
    #expect(reasons.count == 4)
    for (reason, words) in zip(reasons, [".docx", "No such file", "empty", "not a file"]) {
      #expect(reason.contains(words), "\(reason)")
    }
  }

  @Test("a name that is not UTF-8 is told of, and the others are found")
  func badName() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "x")
    let bad = Array("\(folder.path)/".utf8) + [0xFF] + Array(".txt".utf8) + [0]
    let descriptor = bad.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { open($0.baseAddress!, O_CREAT | O_WRONLY, 0o600) }
    }
    try #require(descriptor >= 0)
    close(descriptor)
    let found = DocumentFiles.find([folder.path])
    #expect(found.files == ["\(folder.path)/a.txt"])
    #expect(found.failures.count == 1 && "\(found.failures[0].error)".contains("not UTF-8"))
  }
}
