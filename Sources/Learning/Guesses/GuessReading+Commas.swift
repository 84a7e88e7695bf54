// A comma in a guess: between thousands, a decimal point, or between two numbers.

extension GuessReading {
  /// The text with every `1,4` spelled as it can be meant: `1204` for thousands, `1.4`, or `1, 4`.
  static func commaReadings(of text: String) -> [String] {
    let runs = numerals(in: text)
    guard !runs.isEmpty else { return [text] }
    func all(_ spell: (Substring) -> String?) -> String? {
      let spellings = runs.compactMap(spell)
      return spellings.count == runs.count ? replacing(runs, with: spellings, in: text) : nil
    }
    if let thousands = all(thousands) { return [thousands] }
    let decimal = all(decimal)
    // `0,62` can be no list; `1,4` can.
    if let decimal, runs.allSatisfy({ $0.hasPrefix("0,") && $0.count > 3 }) { return [decimal] }
    let list = all { String($0.replacing(",", with: ", ")) }
    return [decimal, list].compactMap { $0 }
  }

  /// A line that a step printed, `1,204` in it as `1204`.
  static func thousandsClosed(in line: String) -> String {
    let runs = numerals(in: line)
    return runs.isEmpty ? line : replacing(runs, with: runs.map { thousands($0) ?? String($0) }, in: line)
  }

  /// Runs of digits, points and commas with a comma between two digits.
  private static func numerals(in text: String) -> [Substring] {
    text.split { !($0.isASCII && $0.isNumber || ".,".contains($0)) }.compactMap { run in
      var run = run
      while let first = run.first, ".,".contains(first) { run.removeFirst() }
      while let last = run.last, ".,".contains(last) { run.removeLast() }
      return run.contains(",") ? run : nil
    }
  }

  private static func replacing(_ runs: [Substring], with spellings: [String], in text: String) -> String {
    var result = ""
    var end = text.startIndex
    for (run, spelling) in zip(runs, spellings) {
      result += text[end..<run.startIndex] + spelling
      end = run.endIndex
    }
    return result + text[end...]
  }

  /// `1,204` as `1204`; nil if the commas do not stand between thousands.
  private static func thousands(_ numeral: Substring) -> String? {
    let whole = numeral.prefix { $0 != "." }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1, (1...3).contains(groups[0].count), groups[0] != "0",
      groups.dropFirst().allSatisfy({ $0.count == 3 }), !numeral.dropFirst(whole.count).contains(",")
    else { return nil }
    return numeral.filter { $0 != "," }
  }

  private static func decimal(_ numeral: Substring) -> String? {
    guard !numeral.contains("."), numeral.count(where: { $0 == "," }) == 1 else { return nil }
    return String(numeral.replacing(",", with: "."))
  }
}
