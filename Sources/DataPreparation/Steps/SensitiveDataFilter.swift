// Personal and secret data: mail addresses, telephone numbers, payment cards, accounts, keys.
public import YAMLTrees

/// Masks sensitive data, or drops the rows it stands in. Card and account numbers count only with right check digits.
///
/// What it finds is a pattern; names and addresses of houses are not found.
public struct SensitiveDataFilter: RecipeStep {
  public static let name = "sensitive-data"
  public static let summary = "masks or drops mail addresses, telephone, card and account numbers, keys"

  public enum Action: String, CaseIterable, Sendable { case mask, drop }

  public var action = Action.mask
  public var mail = true
  public var phone = true
  /// Payment cards: 13 to 19 digits with the check digit of Luhn (ISO/IEC 7812).
  public var card = true
  /// Bank accounts with the check digits of ISO 13616.
  public var iban = true
  /// Access keys by their known forms, private keys, and what stands behind "password:".
  public var keys = true

  public init() {}

  public static var settings: [Setting<SensitiveDataFilter>] {
    [
      .choice("action", \.action, "the data alone, or its rows"),
      .flag("mail", \.mail, "mail addresses"),
      .flag("phone", \.phone, "telephone numbers"),
      .flag("card", \.card, "payment cards, by their check digit (Luhn)"),
      .flag("iban", \.iban, "bank accounts, by their check digits (IBAN)"),
      .flag("keys", \.keys, "access keys, private keys, passwords"),
    ]
  }

  public func contradictions() -> [(key: String, message: String)] {
    kinds.isEmpty ? [("action", "nothing is looked for; set mail, phone, card, iban or keys to true")] : []
  }

  var kinds: Set<SensitiveText.Kind> {
    let all: [(SensitiveText.Kind, Bool)] = [
      (.mail, mail), (.phone, phone), (.card, card), (.iban, iban), (.key, keys),
    ]
    return Set(all.filter(\.1).map(\.0))
  }

  public func apply(_ rows: [TrainingRow], seed: Int) -> RecipeOutcome {
    RecipeOutcome(rows) { row in
      var found: [SensitiveText.Kind] = []
      let masked = row.mapTexts { text in
        SensitiveText.replacing(kinds, in: text) { kind in
          found.append(kind)
          return kind.mask
        }
      }
      guard let first = found.first else { return .kept }
      switch action {
      case .drop: return .dropped(first.rawValue)
      case .mask: return .changed(masked, found.map { "\($0.rawValue) masked" })
      }
    }
  }
}
