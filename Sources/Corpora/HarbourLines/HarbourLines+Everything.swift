// All kinds of text in one stream, for a base model.

extension HarbourLines {
  /// Timetables, announcements, letters, questions, readings and the handbook, mixed. The base model of the course reads
  /// this. The phrasebook is not in it: its pairs have a grammar for each language, but none together.
  public var everything: Corpus {
    let starts = [announcementRule, readingRule, letterRule, questionRule, handbookRule]
    return Corpus(
      "everything",
      [
        Rule(
          "page",
          [
            "[timetable]": 4, "[announcement]": 4, "[letter]": 4, "[exchange]": 6, "[reading]": 1, "[handbook]": 2,
          ])
      ]
        + timetableRules + starts + announcementRules + readingRules + letterRules + questionRules + handbookRules)
  }
}
