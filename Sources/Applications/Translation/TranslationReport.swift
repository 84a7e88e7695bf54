// How good a translator is, on sentences that it has not learnt from.
public import Corpora
public import Evaluation

/// What a translator made of sentences whose translation is known.
public struct TranslationReport: Sendable {
  public struct Row: Sendable {
    public let entry: PhrasebookEntry
    public let language: Phrasebook.Language
    public let written: String

    public var source: String { entry.text(language) }
    public var expected: String { entry.text(language.other) }
    /// To the letter.
    public var isExact: Bool { written == expected }
  }

  public let rows: [Row]

  /// - Parameters:
  ///   - languages: those to translate from.
  ///   - beams: how many the search has; 1 is greedy, and much faster.
  public init(
    _ translator: Translator, on entries: [PhrasebookEntry],
    from languages: [Phrasebook.Language] = Phrasebook.Language.allCases, beams: Int = 1
  ) throws {
    rows = try languages.flatMap { language in
      let sources = entries.map { $0.text(language) }
      let written =
        beams == 1
        ? try translator.translations(of: sources, from: language)
        : try sources.map { try translator.translate($0, from: language, beams: beams).text }
      return zip(entries, written).map { Row(entry: $0, language: language, written: $1) }
    }
  }

  /// The share of translations that are right to the letter, with Wilson's interval.
  public var exact: Estimate { share(rows) }

  public func exact(from language: Phrasebook.Language) -> Estimate { share(rows.filter { $0.language == language }) }

  /// The same for the sentences that are built in a certain way, the worst first. A sentence may be of several.
  public var byConstruction: [(construction: PhrasebookEntry.Construction, exact: Estimate, count: Int)] {
    PhrasebookEntry.Construction.allCases.map { construction in
      let rows = rows.filter { $0.entry.constructions.contains(construction) }
      return (construction: construction, exact: share(rows), count: rows.count)
    }.filter { $0.count > 0 }
      .sorted { ($0.exact.value, $0.construction.rawValue) < ($1.exact.value, $1.construction.rawValue) }
  }

  public var mistakes: [Row] { rows.filter { !$0.isExact } }

  private func share(_ rows: [Row]) -> Estimate { Estimate(share: rows.count(where: \.isExact), of: rows.count) }
}

extension Translator {
  /// For how many of the written words the source's word that was looked at most is one that they translate, by the
  /// phrasebook's own alignment; with Wilson's interval. Words that translate none are left out.
  public func alignmentAccuracy(
    on entries: [PhrasebookEntry], from language: Phrasebook.Language, block: Int? = nil
  ) throws -> Estimate {
    var (right, count) = (0, 0)
    for entry in entries {
      let alignment = try alignment(
        of: entry.text(language), to: entry.text(language.other), from: language, block: block)
      for (place, best) in alignment.best.enumerated() {
        let partners = entry.alignment.filter { (language == .english ? $0.ostrish : $0.english) == place }
          .map { language == .english ? $0.english : $0.ostrish }
        guard !partners.isEmpty else { continue }
        count += 1
        if partners.contains(best) { right += 1 }
      }
    }
    return Estimate(share: right, of: count)
  }
}
