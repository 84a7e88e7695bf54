// What only the judge asks: other passengers.
import Transformers

let probes = Probes {
  Probe("other passengers: 38 % of all", points: 3) {
    Port(seed: 90_001).lists()
  } accept: { lists in
    Port(seed: 90_001).hits(lists) >= 0.38
  }
  Probe("other new excursions: 30 %", points: 4) {
    Port(seed: 90_002, new: [2, 8, 16, 25, 34, 40]).lists()
  } accept: { lists in
    Port(seed: 90_002, new: [2, 8, 16, 25, 34, 40]).hits(lists) >= 0.3
  }
}
