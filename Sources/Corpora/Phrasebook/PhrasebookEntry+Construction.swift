// How a sentence of the phrasebook is built, for those who split sentences by it or ask what a translator gets wrong.

extension PhrasebookEntry {
  /// Something that a sentence has or has not.
  public enum Construction: String, CaseIterable, Sendable {
    case question, negation, past, future
    case timePhrase = "time phrase"
    /// Of subject or object.
    case plural
    /// With a noun, of subject or object.
    case adjective
    /// "The ferry is late.": no verb in Ostrish.
    case predicateAdjective = "predicate adjective"
    case pronoun
    /// A word that is the same in both languages.
    case placeName = "place name"
  }

  /// A verb with what it is done to, in basic English forms: ("carry", "letter").
  public struct Combination: Hashable, Sendable {
    public let verb: String
    public let object: String

    public init(verb: String, object: String) {
      self.verb = verb
      self.object = object
    }
  }
}

extension Meaning {
  var constructions: Set<PhrasebookEntry.Construction> {
    var found: Set<PhrasebookEntry.Construction> = []
    if isQuestion { found.insert(.question) }
    if isNegative { found.insert(.negation) }
    if tense == .past { found.insert(.past) }
    if tense == .future { found.insert(.future) }
    if time != nil { found.insert(.timePhrase) }
    var participants = [subject]
    switch predicate {
    case .verb(_, let object): participants.append(object)
    case .adjective: found.insert(.predicateAdjective)
    }
    for participant in participants {
      switch participant {
      case .pronoun: found.insert(.pronoun)
      case .placeName: found.insert(.placeName)
      case .described(_, let adjective, let isMany, _):
        if adjective != nil { found.insert(.adjective) }
        if isMany { found.insert(.plural) }
      }
    }
    return found
  }

  /// Nil where there is no verb.
  var combination: PhrasebookEntry.Combination? {
    guard case .verb(let verb, let object) = predicate else { return nil }
    let name =
      switch object {
      case .pronoun(let pronoun): pronoun.english
      case .placeName(let name): name
      case .described(let noun, _, _, _): noun.one
      }
    return PhrasebookEntry.Combination(verb: verb.base, object: name)
  }
}
