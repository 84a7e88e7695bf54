// Lines that are longer than the window, a page at a time.
import Foundation
import Rendering

struct Pager {
  let keys: KeyReader
  let drawing: DrawingOptions

  /// Shows lines until the reader leaves.
  ///
  /// - Parameter lines: drawn again for each size of the window.
  func show(title: String, _ lines: (TextOptions) -> [StyledLine]) {
    StandardOutput.write(lines(drawing.text()).encoded(drawing.text()))
  }
}
