// Texts and chunks that several tests read.
import DataPreparation
import DocumentReading

enum Samples {
  /// A page of a handbook, in the words that handbooks have.
  static let handbook = """
    A ticket is a paper or a code that proves the fare is paid. A ticket to Birk costs six crowns. A ticket to Skerry \
    costs eight crowns. A bicycle costs two crowns on every route. A dog costs one crown. A day ticket is valid for 24 \
    hours. Tickets are sold at the harbour office. The office sells tickets from eight until six. To cancel a ticket, go \
    to the office before the departure. If a trip is cancelled, the fare is paid back at the office. There are three \
    kinds of ticket: single, return and weekly.

    The Northern Star is the ferry to Birk. The Northern Star was built in 1987 by Jens Holm. The Northern Star carries \
    240 passengers and 30 cars. The Gull carries 120 passengers. Captain Brenna Holt commands the Northern Star. The \
    crossing to Birk takes forty minutes. The crossing to Skerry takes 75 minutes. The crossing to Fennick takes 90 \
    minutes. The crossing to Lille takes 25 minutes. A mooring line is a rope that holds the ferry at the pier. The \
    time between two tides is called slack water.

    Dogs must be kept on a lead. Bicycles are carried free of charge if there is room on the car deck. The lockers are \
    emptied every evening. If you lose your ticket, tell the mate. The gate is closed when the mate has counted the \
    passengers. The ramp stays closed because the tide is too low. The horn is used to warn other ships in fog. A set \
    consists of a jacket, a whistle and a lamp. The kiosk is at the end of the east quay. The kiosk opens at 7.30 on \
    weekdays. You must show your ticket at the gate. Forty people live on Birk. There are twelve lifeboats on board. \
    The mate opens the gate.
    """

  static func page(_ text: String) -> DocumentPage { DocumentPage(number: 1, text: text, blocks: []) }

  static func chunks(_ text: String, file: String = "handbook.txt") -> [Chunk] {
    Chunker().chunks(of: page(text), file: file)
  }

  static func pairs(_ text: String) -> [TrainingRow] { PairMaker.pairs(from: chunks(text)) }

  /// The questions about one sentence, each with its answer.
  static func asked(_ sentence: String) -> [String: String] {
    Dictionary(pairs(sentence).map { ($0.instruction, $0.answer) }) { $1 }
  }
}
