// Where sentences begin and end.
import DocumentReading
import Testing

struct SentenceTests {
  private func sentences(_ text: String) -> [String] {
    let scalars = ScalarText(text)
    return SentenceSplitter.sentences(in: text).map { scalars[$0] }
  }

  /// `|` stands where a sentence ends and the next begins.
  @Test(
    "a stop ends a sentence unless it belongs to a word, a number or a quotation",
    arguments: [
      "The ferry leaves at 8.30. |It returns at noon.", "Fares rise by 3.5 % in May. |Dogs travel free!",
      "Is there a night boat? |No. |There is none.", "No. 7 is red, e.g. its funnel. |Nos. 8 and 9 are not.",
      "Capt. J. R. Moss is the master. |He joined in 2019. |Mr. Hale left.", "See Fig. 3 and p. 12. |Then see Sec. 4.",
      "It opens at 9 a.m. on weekdays. |At 5 p.m. it shuts.", "It shuts at 5 p.m. |Passengers leave then.",
      "\"Is it late?\" asked Anna. |\"It is.\" |She left.", "He said \"Stop.\" |Then he left.",
      "“Cast off!” cried the mate. |The rope fell.", "(The pier is shut.) |Use the quay.",
      "The office (see p. 4) is shut. |Write instead.", "It costs 4 crowns (approx. 5 euros). |Pay on board.",
      "He works for Harbour Lines Ltd. in Saltmarsh. |She does not.", "The U.K. office is shut. |Ours is open.",
      "He lives in the U.S. |The office is there.", "So do I. |This is all.", "Take plan B. |The rest is known.",
      "Wait... and then go. |Go on… |Stop.", "Really?! |Yes.",
      "Am 5. Mai fährt kein Schiff. |Am 6. fährt es, z.B. um 8.15 Uhr.",
      "Write to info@harbour.example or see www.harbour.example. |We answer.", "版本二。|它是新的！|好吗？",
      "Version 2.1 is out. |It is new.", "1. Open the valve. |2. Close it.",
      "3.2. Fares rise each year. |They fall never.",
      "Bring: tickets, bags, etc. |The rest stays.", "She paid in Jan. 2024. |He paid in Feb. |They left.",
      "The St. Anne sails on Sundays. |Dr. Moss is her doctor.", "A dash – see e.g. (2) – is no end. |This is.",
    ])
  func stops(_ marked: String) {
    let expected = marked.split(separator: "|").map { $0.trimmingSpaces }
    #expect(sentences(marked.replacing("|", with: "")) == expected)
  }

  @Test("a line's end inside a sentence is none; an empty line and the next item of a list are")
  func lines() {
    #expect(
      sentences("The ferry leaves\nat 8.30 from\nthe quay. It is\nred.") == [
        "The ferry leaves\nat 8.30 from\nthe quay.", "It is\nred.",
      ])
    #expect(sentences("HARBOUR LINES\n\nDogs travel free") == ["HARBOUR LINES", "Dogs travel free"])
    #expect(
      sentences("You need:\n- a ticket\n- a coat\n• a hat") == ["You need:", "- a ticket", "- a coat", "• a hat"])
    #expect(sentences("It takes between 5\n- 7 minutes.") == ["It takes between 5\n- 7 minutes."])
    #expect(sentences("•\n\nA hat") == ["•\n\nA hat"])
    #expect(sentences("No fuel is taken while\n12\n") == ["No fuel is taken while", "12"])
  }

  @Test("a sentence goes on behind the gap that a typesetter leaves in the middle of it")
  func gaps() {
    let text = "The timetable of the northern line that is shown on\n\nthe quay is valid until May. Then it ends."
    #expect(sentences(text).count == 2)
    #expect(sentences("A short line\n\nthe next").count == 2)
  }

  @Test("the lines of a table of contents are one each, however many dots they have")
  func contents() {
    let text = "1 Fares . . . . . . . . 3\n2 Dogs . . . . . . . . 14\nIndex ........ 20"
    #expect(sentences(text) == text.split(separator: "\n").map(String.init))
  }

  @Test("a text without stops is cut at lines or spaces, so that no sentence is longer than is allowed")
  func long() {
    let words = Array(repeating: "harbour", count: 1000).joined(separator: " ")
    let parts = sentences(words)
    #expect(parts.allSatisfy { $0.unicodeScalars.count <= SentenceSplitter.longestSentence && $0.hasPrefix("harbour") })
    #expect(parts.joined(separator: " ") == words)
    let unbroken = String(repeating: "x", count: 2500)
    #expect(sentences(unbroken).joined() == unbroken)
  }

  @Test("a heading, an item and a row of a table end with their block")
  func blocks() {
    let page = DocumentPage(
      number: 1, text: "Fares\nSingle: 4. Return: 7\nDogs are free",
      blocks: [TextBlock(.heading(level: 1), 0..<5), TextBlock(.tableRow, 6..<26)])
    let text = ScalarText(page.text)
    #expect(
      SentenceSplitter.sentences(of: page).map { text[$0] } == ["Fares", "Single: 4. Return: 7", "Dogs are free"])
  }

  @Test("every visible character of any text is in one sentence, and in no other")
  func cover() {
    var random = SeededRandom(seed: 7)
    let pieces = [
      "a", "Ab", ".", " ", "\n", "\n\n", "?", "\"", "5", "e.g.", "•", "- ", "…", "é", "。", ")", "(", "\t", "1. ",
    ]
    for _ in 0..<500 {
      let text = (0..<40).map { _ in pieces[random.next(below: pieces.count)] }.joined()
      let scalars = Array(text.unicodeScalars)
      let ranges = SentenceSplitter.sentences(in: text)
      var inside = Array(repeating: false, count: scalars.count)
      var end = 0
      for range in ranges {
        #expect(range.lowerBound >= end && !range.isEmpty, "\(text.debugDescription)")
        for index in range { inside[index] = true }
        end = range.upperBound
      }
      let missing = scalars.indices.first { !inside[$0] && !scalars[$0].properties.isWhitespace }
      #expect(missing == nil, "\(text.debugDescription) at \(missing ?? 0)")
    }
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

/// The same numbers each time (SplitMix64).
struct SeededRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(below bound: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }
}
