import Experiments
import Testing

@Suite("A run's folder")
struct RunFolderTests {
  @Test("names its files whether or not its own name ends with a slash")
  func slash() {
    #expect(RunFolder("runs/a/").configuration == "runs/a/config.yaml")
    #expect(RunFolder("runs/a") == RunFolder("runs/a/"))
  }
}
