// Which rows repeat which: against the definition, pair by pair.
import Corpora
import DataPreparation
import Testing

struct NearDuplicatesTests {
  /// Rows of invented words, some of them copies with a few words changed, some exact.
  private func rows(_ count: Int) -> [TrainingRow] {
    var random = CorpusRandom(seed: 5)
    let words = (0..<800).map { _ in
      String((0..<5).map { _ in Character(Unicode.Scalar(UInt8(97 + random.index(below: 26)))) })
    }
    var texts: [[String]] = []
    for _ in 0..<count {
      var text = (0..<(8 + random.index(below: 40))).map { _ in words[random.index(below: words.count)] }
      if !texts.isEmpty, random.unit() < 0.4 {
        text = texts[random.index(below: texts.count)]
        for _ in 0..<random.index(below: 4) {
          text[random.index(below: text.count)] = words[random.index(below: words.count)]
        }
      }
      texts.append(text)
    }
    return texts.map { DataPreparationTests.text($0.joined(separator: " ")) }
  }

  /// The Jaccard similarity of two texts' sets of three words in a row, by its definition.
  private func similarity(_ one: TrainingRow, _ other: TrainingRow) -> Double {
    let runs = { (row: TrainingRow) -> Set<[Substring]> in
      let words = row.answer.split(separator: " ")
      return words.count <= 3 ? [Array(words)] : Set((0...words.count - 3).map { Array(words[$0..<$0 + 3]) })
    }
    let (a, b) = (runs(one), runs(other))
    return Double(a.intersection(b).count) / Double(a.union(b).count)
  }

  @Test("every dropped row is as similar as is said, and no similar row stays", arguments: [0.5, 0.85])
  func againstDefinition(_ least: Double) {
    let rows = rows(400)
    var step = NearDuplicates()
    step.similarity = least
    let copies = step.copies(in: rows, seed: 3)
    var kept: [Int] = []
    var dropped = 0
    for index in rows.indices {
      guard let copy = copies[index] else {
        let missed = kept.filter { similarity(rows[$0], rows[index]) >= least }
        #expect(missed.isEmpty, "row \(index) is like \(missed)")
        kept.append(index)
        continue
      }
      dropped += 1
      let isKept = kept.contains(copy.of)
      #expect(isKept, "row \(index) is said to repeat row \(copy.of), which is dropped itself")
      #expect(abs(copy.similarity - similarity(rows[copy.of], rows[index])) < 1e-12)
    }
    #expect(dropped > 40 && kept.count > 150)
  }

  @Test("the same words are the same row, whatever their case and marks; another kind or number is not")
  func exact() {
    let rows = [
      pair("When does she leave?", "She leaves at 8:10."), pair("when does she leave", "She leaves at 8:10!"),
      pair("When does she leave?", "She leaves at 8:20."), text("When does she leave?\nShe leaves at 8:10."),
    ]
    let outcome = NearDuplicates().apply(rows, seed: 1)
    #expect(outcome.rows == [rows[0], rows[2], rows[3]])
    #expect(outcome.dropped.map(\.detail) == ["row 1"])
    #expect(outcome.reasons == ["same as another row"])
  }

  @Test("numbers may be said not to matter")
  func numbers() {
    let long = "The ferry to Sandholm leaves from the long pier in the old harbour every day of the week at"
    let rows = [text(long + " 8"), text(long + " 9")]
    var step = NearDuplicates()
    #expect(step.apply(rows, seed: 1).rows.count == 2)
    step.numbersMatter = false
    let outcome = step.apply(rows, seed: 1)
    #expect(outcome.rows == [rows[0]])
    #expect(outcome.dropped.map(\.detail) == ["row 1, similarity 0.895"])
  }

  @Test("two questions about the same input are two rows, the same question about it is one")
  func inputs() {
    let page =
      "The waiting room on the long pier is heated from October to April and open all night to whoever has a ticket. "
      + "Its stove burns driftwood that the crew of the Tern collects on Sundays, and its benches came from the old chapel."
    let row = { (question: String, answer: String) in
      TrainingRow(.instruction, instruction: question, input: page, answer: answer)
    }
    var again = row("When is the waiting room heated?", "from October to April")
    again.input = (again.input ?? "") + " Indeed."
    let rows = [
      row("When is the waiting room heated?", "from October to April"), row("Who may stay?", "with a ticket"), again,
    ]
    #expect(NearDuplicates().apply(rows, seed: 1).rows == Array(rows.prefix(2)))
  }

  @Test("empty and short rows are compared too")
  func small() {
    let rows = [text(""), text(""), text("one"), text("One."), text("one two"), text("“one”…")]
    #expect(NearDuplicates().apply(rows, seed: 1).rows == [rows[0], rows[2], rows[4]])
    #expect(NearDuplicates().apply([], seed: 1).rows.isEmpty)
  }
}
