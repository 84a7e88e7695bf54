// The kinds of text of a world, to run one test over all of them.

import Corpora

enum WorldKind: String, CaseIterable, Sendable {
  case timetables, announcements, letters, questions, readings, handbook, everything

  func corpus(of world: HarbourLines) -> Corpus {
    switch self {
    case .timetables: world.timetables
    case .announcements: world.announcements
    case .letters: world.letters
    case .questions: world.questions
    case .readings: world.readings
    case .handbook: world.handbook
    case .everything: world.everything
    }
  }
}
