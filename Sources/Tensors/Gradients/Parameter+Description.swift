// Parameters in words, for those who print one.

extension Parameter: CustomStringConvertible {
  public var description: String {
    "Parameter \(value.shape)\(isFrozen ? ", frozen" : gradient == nil ? "" : ", with a gradient")"
  }
}
