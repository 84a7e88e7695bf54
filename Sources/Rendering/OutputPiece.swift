// A step's records as they are drawn when all of them are known: progress once, with its history.
import LessonDocuments
import StepRecords

package enum OutputPiece: Equatable {
  case record(Record)
  /// The records of one computation, in order.
  case progress(name: String, [ProgressRecord])

  /// In order; progress stands where it began. A computation that begins again is one of its own.
  package static func pieces(of records: [Record]) -> [OutputPiece] {
    var pieces: [OutputPiece] = []
    var places: [String: Int] = [:]
    for record in records {
      guard case .progress(let state) = record.content else {
        pieces.append(.record(record))
        continue
      }
      if let place = places[record.name], case .progress(let name, let history) = pieces[place],
        history.last.map({ $0.done <= state.done }) ?? true
      {
        pieces[place] = .progress(name: name, history + [state])
      } else {
        places[record.name] = pieces.count
        pieces.append(.progress(name: record.name, [state]))
      }
    }
    return pieces
  }

  package func lines(of step: Step, in lesson: Lesson, options: TextOptions) -> [StyledLine] {
    switch self {
    case .record(let record): RecordPicture.lines(for: record, of: step, in: lesson, options: options)
    case .progress(let name, let history): ProgressPicture.lines(history: history, name: name, options: options)
    }
  }
}
