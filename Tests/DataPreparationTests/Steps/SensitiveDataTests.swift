// Which numbers and words are somebody's, and which only look so.
import DataPreparation
import Testing

struct SensitiveDataTests {
  private func masked(_ answer: String) -> String {
    SensitiveDataFilter().apply([text(answer)], seed: 1).rows[0].answer
  }

  @Test(
    "each kind is masked, and the text round it stays",
    arguments: [
      ("Write to anna.lund+ferry@post.example.org.", "Write to [mail]."),
      ("<o'hara@example.co.uk>", "<o'[mail]>"),
      ("Call +46 70 123 45 67 or (030) 901820-15!", "Call [phone] or [phone]!"),
      ("Call 0800-123456, 555-123-4567", "Call [phone], [phone]"),
      ("Card 4111 1111 1111 1111, or 5500005555555559.", "Card [card], or [card]."),
      ("2 tickets 4111-1111-1111-1111", "2 tickets [card]"),
      ("Pay to DE89 3704 0044 0532 0130 00 today", "Pay to [account] today"),
      ("GB82WEST12345698765432", "[account]"),
      ("key AKIAIOSFODNN7EXAMPLE.", "key [key]"),
      ("password: tern-2031 is ours", "password: [key] is ours"),
      ("-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\nend", "[key]\nend"),
    ])
  func masks(_ text: String, _ expected: String) { #expect(masked(text) == expected) }

  @Test(
    "what only looks like it stays",
    arguments: [
      "On 2024-05-12 at 08:30 she left.", "The fare is 0.123456789 crowns.", "Card 4111 1111 1111 1112",
      "DE89 3704 0044 0532 0130 01", "ISBN 978-3-16-148410-0", "a @ b", "user@localhost", "Version 10.0.0.1",
      "The password: ask the captain", "The token: it is printed", "1,234,567 people", "12.05.2024 10:15",
    ])
  func leaves(_ text: String) { #expect(masked(text) == text) }

  @Test("rows are dropped instead when asked, with the kind as reason; a kind may be left out")
  func drops() {
    var step = SensitiveDataFilter()
    step.action = .drop
    let rows = [
      pair("How do I reach you?", "By mail to me@example.org"), pair("And else?", "By telephone, 0800-123456"),
    ]
    #expect(step.apply(rows, seed: 1).reasons == ["mail address", "telephone number"])
    step.phone = false
    #expect(step.apply(rows, seed: 1).rows == [rows[1]])
    (step.mail, step.card, step.iban, step.keys) = (false, false, false, false)
    #expect(step.contradictions().count == 1)
  }
}
