// A head of attention, set by hand.

/// The matrices of a head that looks at the position just before.
///
/// - Parameters:
///   - vocabulary: how many channels say which word it is; they come first.
///   - places: how many channels say where it stands.
/// - Returns: each `[vocabulary + places][headSize]`; the head's size is free.
func previousTokenHead(vocabulary: Int, places: Int) -> (queries: [[Float]], keys: [[Float]]) {
  // TODO(previous-token-head): queries that look for the place before, keys that say their own place.
  ([], [])
}
