// What can be said to the voice assistant.

/// A command of the voice assistant. The raw values are its words, and the classes of the encoder in `SpokenCommands`.
public enum SpokenCommand: String, CaseIterable, Sendable {
  case nextFerry = "next ferry"
  case lastFerry = "last ferry"
  case buyTicket = "buy ticket"
  case ticketPrice = "ticket price"
  case cancel = "cancel"
  case help = "help"
  case repeatAnswer = "repeat"
  case sandholm = "Sandholm"
  case birk = "Birk"
  case lilleBirk = "Lille Birk"
  case ostrey = "Ostrey"
  case fennick = "Fennick"
  case gullhaven = "Gullhaven"
  case quarne = "Quarne"
  case tollum = "Tollum"
  /// Other words, or no words.
  case other = "none of these"

  /// Whether it names an island of Harbour Lines.
  public var isIsland: Bool {
    switch self {
    case .sandholm, .birk, .lilleBirk, .ostrey, .fennick, .gullhaven, .quarne, .tollum: true
    default: false
    }
  }
}
