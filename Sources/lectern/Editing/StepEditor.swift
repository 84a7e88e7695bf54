// A step's source, edited in the terminal.
import Foundation
import Rendering

struct StepEditor {
  let keys: KeyReader
  let drawing: DrawingOptions

  /// - Parameters:
  ///   - title: what is being edited, for the head of the page
  ///   - firstLine: the number of the first line
  /// - Returns: the text as it is then; nil if the reader gave up.
  func edit(_ text: String, title: String, firstLine: Int) -> String? { nil }
}
