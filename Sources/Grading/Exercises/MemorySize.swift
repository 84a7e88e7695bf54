// A memory limit as authors write it: `512 MB`.

enum MemorySize {
  static let form = "a size from 16 MB to 16 GB, such as 512 MB"

  private static let units = ["": 20, "MB": 20, "GB": 30]

  /// In bytes; a number without a unit counts megabytes.
  static func bytes(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }.uppercased()
    guard let number = Int(digits), let shift = units[unit], number <= 1 << 20 else { return nil }
    let bytes = number << shift
    return (16 << 20...16 << 30).contains(bytes) ? bytes : nil
  }
}
