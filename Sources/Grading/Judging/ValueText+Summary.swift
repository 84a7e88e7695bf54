// A value that has nothing to be compared with, in a few words.
import LessonDocuments
import StepRecords

extension ValueText {
  /// The first numbers of many, a short text as it is, otherwise what kind of value it is.
  static func summary(of value: ProbedValue) -> String {
    switch value {
    case .numbers([], let values): number(values[0])
    case .numbers(let shape, let values):
      "[" + values.prefix(8).map(number).joined(separator: ", ") + (values.count > 8 ? ", …]" : "]")
        + (shape.count > 1 ? " of shape \(self.shape(shape))" : "")
    case .text(let text) where text.count <= 200: text.quoted
    case .truth(let truth): "\(truth)"
    case .nothing: "nothing"
    case .text, .list, .entries: kind(of: value)
    }
  }
}
