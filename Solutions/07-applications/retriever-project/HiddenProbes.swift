// What only the judge asks: other logs.
import Transformers

let probes = Probes {
  Probe("recall of 0.85 on other logs", points: 6) {
    found(90_001)
  } accept: {
    reaches(0.85, $0, seed: 90_001)
  }
  Probe("no question, and no passage", points: 2) {
    [retrieve([], from: ["Fog."], count: 2).count, retrieve(["Fog?"], from: [], count: 2).joined().count]
  }
}
