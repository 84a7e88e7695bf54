import Foundation
import Layers
import Models
import Testing

@testable import Retrieval

/// What the reader was taught with, and what it learnt, as both are committed.
struct ReadingModelTests {
  private static let folder = HarbourLinesFolder.path + "/../ReadingModel"

  private func texts() throws -> [(name: String, lines: [String])] {
    try FileManager.default.contentsOfDirectory(atPath: Self.folder + "/Texts").sorted().map {
      ($0, try String(contentsOfFile: "\(Self.folder)/Texts/\($0)", encoding: .utf8).components(separatedBy: "\n"))
    }
  }

  @Test func `every question names sentences that are there, and a third have no answer`() throws {
    var (headings, answered, unanswered) = (Set<String>(), 0, 0)
    for (name, lines) in try texts() {
      var sentences = 0
      for (number, line) in lines.enumerated() where !line.isEmpty {
        let place = "\(name):\(number + 1)"
        if line.hasPrefix("# ") {
          #expect(headings.insert(line).inserted, "\(place): used before")
          sentences = 0
        } else if line.hasPrefix("? ") {
          let parts = line.components(separatedBy: " = ")
          #expect(parts.count == 2 && parts[0].last.map("?!.".contains) == true, "\(place)")
          if parts.last == "none" {
            unanswered += 1
          } else {
            let places = (parts.last ?? "").components(separatedBy: ", ").map { Int($0) ?? 0 }
            #expect(places.allSatisfy { (1...sentences).contains($0) }, "\(place): \(places) of \(sentences)")
            answered += 1
          }
        } else {
          sentences += 1
        }
      }
    }
    #expect(headings.count > 1000 && answered > 10_000)
    #expect((answered / 3...answered / 2).contains(unanswered), "\(answered), \(unanswered)")
  }

  @Test func `no document is about the Harbour Lines, and no question of theirs is among these`() throws {
    let names = [
      "harbour lines", "kittiwake", "dunlin", "sandpiper", "gullhaven", "fennick", "tollum", "sandholm", "ferry",
    ]
    let asked = Set(try HarbourLinesFolder.questions().map { $0.question.lowercased() })
    for (name, lines) in try texts() {
      for (number, line) in lines.enumerated() {
        let line = line.lowercased()
        #expect(!names.contains(where: line.contains), "\(name):\(number + 1)")
        #expect(!asked.contains { line.hasPrefix("? \($0) = ") }, "\(name):\(number + 1)")
      }
    }
  }

  @Test func `the adapters fit an encoder of MiniLM's sizes, and are small enough to be part of the course`() throws {
    let sizes = BERTConfiguration(
      vocabularySize: 100, contextLength: 64, layers: 6, heads: 12, channels: 384, hiddenChannels: 1536)
    var model = BERTReader.untaught(BERT(sizes, seed: 1))
    try model.loadAdapters(from: Self.folder)
    #expect(model.adapterParameters.count == 2 * (6 * 6 + 1))
    #expect(model.adapterParameters.allSatisfy { $0.parameter.value.scalars.contains { $0 != 0 } })
    let file = Self.folder + "/adapter_model.safetensors"
    let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int
    #expect(try #require(size) < 3_000_000)
  }
}
