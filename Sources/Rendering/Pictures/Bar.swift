// A horizontal bar to an eighth of a column.

enum Bar {
  /// `share` of `width` columns, 0 to 1; something that is more than nothing shows at least an eighth.
  /// In ASCII whole columns of `#`.
  static func text(_ share: Double, width: Int, _ options: TextOptions) -> String {
    guard share > 0, width > 0 else { return "" }
    let length = min(share, 1) * Double(width)
    if options.ascii { return String(repeating: "#", count: min(width, Int((length + 0.5).rounded(.down)))) }
    let eighths = max(1, Int((length * 8).rounded()))
    let rest = eighths % 8
    return String(repeating: "█", count: eighths / 8) + (rest > 0 ? String(Array("▏▎▍▌▋▊▉")[rest - 1]) : "")
  }
}
