import Corpora
import Testing

/// The first document of each kind. If one of these changes, every lesson that quotes a text or a loss changes with it.
@Suite("The first texts of world 7") struct SnapshotTests {
  private let world = HarbourLines(seed: 7)

  @Test("timetables") func timetables() {
    #expect(
      world.timetables.text(tokens: 1) == """
        The Old Margit sails to Lille Birk on weekdays. Departure is at ten to eight in the morning from pier four. The \
        boat home leaves the island at ten to nine in the morning. The fare is eight crowns for adults and four for \
        children. Captain Pike asks all passengers to have the tickets ready.


        """)
  }

  @Test("announcements") func announcements() {
    #expect(
      world.announcements.text(tokens: 1) == """
        Good morning. This is Captain Sato speaking. We shall be on Lille Birk in forty-five minutes. The sea is calm. \
        The tea room is open on the lower deck. Do not miss the lighthouse; it is fifteen minutes from the old jetty.


        """)
  }

  @Test("letters") func letters() {
    #expect(
      world.letters.text(tokens: 1) == """
        Dear Harbour Lines,
        Last Tuesday I crossed to Ostrey on the Tern. It was a cold day with little swell. The tea room was open that \
        day. I read the newspaper on the way. Is the fare still four crowns next year?
        With kind wishes,
        Dov Marten


        """)
  }

  @Test("questions") func questions() {
    #expect(
      world.questions.text(tokens: 1) == """
        Question: When does the Dunlin leave for Quarne?
        Answer: At twenty-five past four in the afternoon.


        """)
  }

  @Test("readings") func readings() {
    #expect(
      world.readings.text(tokens: 1) == """
        Attention, please: the ferry to Lille Birk at ten to eight is ten minutes late because of fog. The pilot expects \
        it to lift soon. The Old Margit will now leave pier four at eight. Thank you for your patience.
        Question: How many minutes late is the Old Margit?
        Answer: Ten minutes.


        """)
  }

  @Test("the handbook") func handbook() {
    #expect(
      world.handbook.text(tokens: 1) == """
        Section nine: A person in the water
        Whoever sees a person fall shouts, points, and never looks away. The captain stops the engine. The mate throws a \
        lifebuoy. The crew trains this on the first Monday of each month.
        - Shout.
        - Throw the ring.
        - Point at the person all the time.
        - Let down the ladder.
        - Ask for a doctor on channel sixteen.


        """)
  }

  @Test("the phrasebook") func phrasebook() {
    let entries = Phrasebook().entries().prefix(2).map { "\($0.text(.english)) \($0.text(.ostrish))" }
    #expect(
      Array(entries) == [
        "You will not reach the large bay. Vo ni tolve reveta moruva ti.",
        "Is a fisher not tall in the evening? Noruke ni teluso helipo ka?",
      ])
  }

  @Test("entropies, in nats a token") func entropies() {
    let expected = ["timetables": 0.20380, "questions": 0.28613, "handbook": 0.12781]
    for corpus in [world.timetables, world.questions, world.handbook] {
      #expect(abs(corpus.grammar.entropyPerToken - expected[corpus.name, default: 0]) < 5e-6)
    }
  }
}
