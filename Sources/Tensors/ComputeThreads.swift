// How many threads the library computes with.

public enum ComputeThreads {
  /// Sums are divided among them, so that another number of threads may round otherwise.
  public static var count: Int { ck_thread_count() }
}
