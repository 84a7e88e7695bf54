// An ablation as a table for people.

extension Ablation {
  /// At most `width` columns wide.
  public func lines(width: Int = 80) -> [String] {
    let seeds = whole.losses.count
    var lines = [
      "Loss on \(heldOutRows) held-out rows: mean of \(seeds) seed\(seeds == 1 ? "" : "s")"
        + (seeds > 1 ? ", with 95 % error bar." : "."), "Lower is better.", "",
      Self.columns("left out", "rows", "loss", "the step is worth"), row(whole, ""),
    ]
    for variant in variants { lines.append(row(variant, Self.sentence(worth(of: variant)))) }
    if seeds == 1 { lines += ["", "One seed has no error bar, so nothing can be said; take --seeds 3 or more."] }
    return lines.flatMap { $0.count <= width ? [$0] : [String($0.prefix(width))] }
  }

  private func row(_ variant: Variant, _ worth: String) -> String {
    let bar = ErrorBar(variant.losses)
    let loss =
      variant.losses.isEmpty ? "same" : Self.number(bar.mean) + (bar.half.isFinite ? " ± " + Self.number(bar.half) : "")
    return Self.columns(variant.step == nil ? "nothing" : variant.name, "\(variant.rows)", loss, worth)
  }

  private static func sentence(_ worth: Worth) -> String {
    switch worth {
    case .changesNothing: "nothing here: the rows are the same"
    case .noDifference: "no difference: the bars overlap"
    case .helps(let difference): "\(number(difference)) less loss"
    case .hurts(let difference): "\(number(difference)) more loss: it hurts"
    }
  }

  /// With three decimals.
  private static func number(_ value: Double) -> String {
    let thousandths = Int((abs(value) * 1000).rounded())
    let decimals = String(thousandths % 1000)
    return (value < 0 ? "-" : "") + "\(thousandths / 1000)." + String(repeating: "0", count: 3 - decimals.count)
      + decimals
  }

  private static func columns(_ name: String, _ rows: String, _ loss: String, _ worth: String) -> String {
    let pad = { (text: String, width: Int) in text + String(repeating: " ", count: max(0, width - text.count)) }
    let line =
      pad(name, 17) + String(repeating: " ", count: max(1, 7 - rows.count)) + rows + "  " + pad(loss, 16) + worth
    return String(line.reversed().drop { $0 == " " }.reversed())
  }
}
