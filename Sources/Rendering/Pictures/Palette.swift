// Two scales of colour, ours, that colour-blind readers can tell apart too: both grow brighter with the magnitude.

enum Palette {
  /// For values of one sign: 0 dark violet, over blue and green, to 1 yellow. Luminance grows all the way.
  static func sequential(_ position: Double) -> TextColor {
    color(at: position, sequentialStops)
  }

  /// For signed values: −1 bright blue, 0 nearly black, 1 bright orange.
  static func diverging(_ position: Double) -> TextColor {
    position < 0 ? color(at: -position, blueStops) : color(at: position, orangeStops)
  }

  /// The same two scales in the few colours that a terminal of 256 has for them; a mixed colour would come out as the
  /// nearest of these, and hues would jump.
  static func terminalSequential(_ position: Double) -> TextColor { nearest(position, terminalStops) }

  static func terminalDiverging(_ position: Double) -> TextColor {
    position < 0 ? nearest(-position, terminalBlueStops) : nearest(position, terminalOrangeStops)
  }

  /// Colours of curves, easy to tell apart in this order, and to see on black and on white.
  static let series: [TextColor] = [
    TextColor(0, 120, 225), TextColor(205, 110, 0), TextColor(0, 150, 105), TextColor(205, 95, 165),
    TextColor(95, 135, 175), TextColor(175, 95, 0),
  ]

  /// The same for a terminal of sixteen colours, whose nearest would not all differ.
  static let seriesOfSixteen: [TextColor] = [
    TextColor(92, 92, 255), TextColor(205, 0, 0), TextColor(0, 205, 0), TextColor(205, 0, 205),
    TextColor(0, 205, 205), TextColor(127, 127, 127),
  ]

  private static let sequentialStops: [TextColor] = [
    TextColor(38, 10, 60), TextColor(58, 45, 120), TextColor(42, 95, 145), TextColor(30, 140, 140),
    TextColor(75, 182, 100), TextColor(170, 215, 60), TextColor(255, 235, 70),
  ]
  private static let blueStops: [TextColor] = [
    TextColor(28, 28, 30), TextColor(0, 60, 135), TextColor(30, 125, 210), TextColor(125, 200, 255),
  ]
  private static let orangeStops: [TextColor] = [
    TextColor(28, 28, 30), TextColor(120, 55, 0), TextColor(210, 110, 10), TextColor(255, 190, 90),
  ]

  private static let terminalStops: [TextColor] = [
    TextColor(28, 28, 28), TextColor(95, 0, 135), TextColor(0, 95, 175), TextColor(0, 135, 175),
    TextColor(0, 175, 175), TextColor(95, 215, 95), TextColor(175, 215, 95), TextColor(215, 215, 95),
    TextColor(255, 255, 95),
  ]
  private static let terminalBlueStops: [TextColor] = [
    TextColor(28, 28, 28), TextColor(0, 0, 135), TextColor(0, 95, 175), TextColor(0, 135, 215),
    TextColor(95, 175, 215), TextColor(135, 215, 255),
  ]
  private static let terminalOrangeStops: [TextColor] = [
    TextColor(28, 28, 28), TextColor(95, 0, 0), TextColor(175, 95, 0), TextColor(215, 135, 0),
    TextColor(255, 135, 0), TextColor(255, 175, 95),
  ]

  private static func nearest(_ position: Double, _ stops: [TextColor]) -> TextColor {
    stops[Int((min(max(position, 0), 1) * Double(stops.count - 1)).rounded())]
  }

  private static func color(at position: Double, _ stops: [TextColor]) -> TextColor {
    guard position > 0 else { return stops[0] }
    let scaled = min(position, 1) * Double(stops.count - 1)
    let index = min(Int(scaled), stops.count - 2)
    let share = scaled - Double(index)
    func mix(_ component: (TextColor) -> UInt8) -> UInt8 {
      UInt8(Double(component(stops[index])) * (1 - share) + Double(component(stops[index + 1])) * share)
    }
    return TextColor(mix(\.red), mix(\.green), mix(\.blue))
  }
}

extension TextColor {
  /// Relative luminance, 0 to 1, of sRGB by the approximation γ = 2.
  var luminance: Double {
    func linear(_ component: UInt8) -> Double { (Double(component) / 255) * (Double(component) / 255) }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// Black or white, whichever reads better on this colour.
  var readableInk: TextColor { luminance > 0.18 ? TextColor(0, 0, 0) : TextColor(255, 255, 255) }
}
