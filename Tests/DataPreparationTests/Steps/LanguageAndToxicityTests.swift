// The two small classifiers, on sentences that they have not seen.
import Corpora
import Testing

@testable import DataPreparation

struct LanguageTests {
  private static let identifier = LanguageIdentifier()

  @Test(
    "a sentence's language is found",
    arguments: [
      ("english", "The committee will decide about your application within three weeks."),
      ("english", "Passengers with heavy luggage should board first."),
      ("german", "Der Ausschuss wird innerhalb von drei Wochen über Ihren Antrag entscheiden."),
      ("german", "Bitte halten Sie Abstand von der Bahnsteigkante."),
      ("french", "Le comité prendra une décision au sujet de votre demande dans trois semaines."),
      ("spanish", "El comité decidirá sobre su solicitud en un plazo de tres semanas."),
      ("italian", "Il comitato deciderà sulla vostra domanda entro tre settimane."),
      ("dutch", "De commissie zal binnen drie weken over uw aanvraag beslissen."),
      ("portuguese", "A comissão decidirá sobre o seu pedido dentro de três semanas."),
      ("danish", "Udvalget vil træffe en afgørelse om din ansøgning inden for tre uger."),
    ])
  func languages(_ language: String, _ sentence: String) {
    #expect(Self.identifier.probabilities(of: sentence)?.language == language)
  }

  @Test("held-out sentences of the phrasebook are told apart, English from Ostrish")
  func ostrish() {
    var right = 0
    let entries = Array(Phrasebook().entries(.heldOut, seed: 9).prefix(300))
    for entry in entries {
      for language in Phrasebook.Language.allCases {
        let guess = Self.identifier.probabilities(of: entry.text(language), fewestLetters: 8)
        right += guess?.language == language.rawValue ? 1 : 0
      }
    }
    #expect(right >= entries.count * 2 * 95 / 100, "\(right) of \(entries.count * 2)")
  }

  @Test("texts of too few letters, or of letters that no known language has, have no guess")
  func unknown() {
    #expect(Self.identifier.probabilities(of: "Ja, 100 %") == nil)
    #expect(Self.identifier.probabilities(of: "Паром отходит от причала в восемь часов утра") == nil)
  }

  @Test("rows stay in the named languages, or in that of most rows; short ones pass")
  func filter() {
    let english = text("The gate closes ten minutes before the departure.")
    let german = text("Das Tor schließt zehn Minuten vor der Abfahrt des Schiffes.")
    let short = text("Sandholm")
    var step = LanguageFilter()
    let outcome = step.apply([english, german, short, english], seed: 1)
    #expect(outcome.rows == [english, short, english])
    #expect(outcome.dropped.map(\.detail) == ["german"])
    #expect(outcome.note == "most rows are in english")
    step.keep = ["german"]
    #expect(step.apply([english, german, short], seed: 1).rows == [german, short])
    step.keep = ["german", "english"]
    #expect(step.apply([english, german, short], seed: 1).dropped.isEmpty)
    step.keep = ["englisch"]
    #expect(step.contradictions().first?.message.contains("the nearest is english") == true)
  }
}

struct ToxicityTests {
  private static let classifier = ToxicityClassifier()

  @Test(
    "sentences that insult or threaten score high, in words it has not seen too",
    arguments: [
      "You are a brainless seaweed-head and nobody likes you.", "Shut up, you stupid old goat!",
      "I hope you drown, you rotten sprat.", "What a pathetic loser you are.", "Get lost, idiot.",
    ])
  func hurtful(_ sentence: String) { #expect(Self.classifier.score(sentence) >= 0.9) }

  @Test(
    "sentences that hurt nobody score low, with the same words in them",
    arguments: [
      "The rotten planks of the jetty were replaced in May.", "Please shut the gate behind you.",
      "How many seats does the ferry have?", "You are welcome to bring your dog.", "You must not leave luggage here.",
      "The function returns nil if the list is empty.", "A toad lives under the stupid old bench.",
      "The loser of the game pays for the coffee.", "What happens if the box cannot be made?",
    ])
  func harmless(_ sentence: String) { #expect(Self.classifier.score(sentence) < 0.5) }

  @Test("no sentence of the course's own texts is taken for hurtful")
  func corpora() {
    let world = HarbourLines(seed: 4)
    var worst: (sentence: String, score: Double) = ("", 0)
    for document in world.everything.documents(.heldOut, seed: 4).prefix(200) {
      if let found = Self.classifier.worstSentence(of: [document.text]), found.score > worst.score { worst = found }
    }
    #expect(worst.score > 0 && worst.score < ToxicityFilter().threshold, "\(worst)")
  }

  @Test("the words that a score rests on can be seen")
  func contributions() {
    let words = Self.classifier.contributions("You are a pathetic captain.")
    #expect(words.map(\.word) == ["you", "are", "a", "pathetic", "captain"])
    #expect(words.max { $0.weight < $1.weight }?.word == "pathetic")
  }

  @Test("the row goes with its score and its worst sentence; the same seed gives the same scores")
  func filter() {
    let bad = pair("How are you?", "Fine. Shut up, you miserable blockhead!")
    let outcome = ToxicityFilter().apply([bad, pair("How are you?", "Fine, thank you.")], seed: 1)
    #expect(outcome.reasons == ["hurtful"])
    #expect(outcome.dropped[0].detail.hasSuffix("%: Shut up, you miserable blockhead!"))
    #expect(ToxicityClassifier(seed: 2).score("Get lost.") == ToxicityClassifier(seed: 2).score("Get lost."))
  }
}

struct ProfanityTests {
  @Test("listed words are found whole, in any case and disguise, and only they")
  func words() {
    let rows = ["Damn it!", "You d4mn fool", "CRAP", "the damnation of Faust", "scrap metal, 1,000 $", "(damn)"].map {
      text($0)
    }
    let outcome = ProfanityFilter().apply(rows, seed: 1)
    #expect(outcome.rows == [rows[3], rows[4]])
    #expect(outcome.dropped.map(\.detail) == ["damn", "d4mn", "crap", "damn"])
  }

  @Test("words can be masked, added and allowed")
  func settings() {
    var step = ProfanityFilter()
    (step.action, step.words, step.allowed) = (.mask, ["Blubber"], ["crap"])
    let outcome = step.apply([text("What crap, what blubber! Damn!")], seed: 1)
    #expect(outcome.rows[0].answer == "What crap, what *******! ****!")
    #expect(outcome.changed.map(\.reasons) == [["coarse words masked"]])
  }
}
