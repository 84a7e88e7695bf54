// What only the judge asks.

let probes = Probes {
  Probe("room to the letter", points: 2) {
    (62...66).map { prompt([["A?", "B."], ["C?", "D."], ["E?"]], opening: "", most: $0 + 25) }
  }
  Probe("other replies", points: 2) {
    [
      reply("<|endoftext|> late"), reply("\nInstruction: at once"), reply(" Six.<|endoftext|>\nInstruction: x"),
      reply(" a\nb \n"),
    ]
  }
}
