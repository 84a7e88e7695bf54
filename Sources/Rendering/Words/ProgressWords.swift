// How far a computation is, in one sentence.
import StepRecords

enum ProgressWords {
  static func lines(for record: ProgressRecord, name: String, _ options: TextOptions) -> [StyledLine] {
    let facts = ProgressPicture.facts(record, options).map { label, value in
      label.isEmpty ? value : "\(label) \(value)"
    }
    let sentence = facts.joined(separator: ", ")
    return RecordDescription.lines([name.isEmpty ? "\(sentence)." : "\(name): \(sentence)."], options)
  }
}
