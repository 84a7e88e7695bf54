// A text is put into chunks of whole sentences.

/// The sentences in chunks of at most `size` characters, each beginning with at most `overlap` characters of the one
/// before.
func chunks(of sentences: [String], size: Int, overlap: Int) -> [[String]] {
  // TODO(sentence-chunks): fill a chunk, then begin the next with the last sentences of this one.
  sentences.map { [$0] }
}
