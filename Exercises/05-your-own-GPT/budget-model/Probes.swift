// What a learner's settings are asked. The run is made on texts of the probe's own.
import Foundation
import Transformers

let probes = Probes {
  Probe("the settings are read, and go together", points: 2) {
    Budget(seed: 1).problems()
  } accept: {
    $0.isEmpty
  }
  Probe("at most 45,000 parameters", points: 4, needs: ["the settings are read, and go together"]) {
    try Budget(seed: 1).parameters()
  } accept: {
    $0 > 0 && $0 <= 45_000
  }
  Probe("at most 800 rows are learnt from", points: 4, needs: ["the settings are read, and go together"]) {
    try Budget(seed: 1).rows()
  } accept: {
    $0 > 0 && $0 <= 800
  }
  Probe("at most 0.75 nats a character", points: 6, needs: ["the settings are read, and go together"]) {
    try Budget(seed: 2).outcome()
  } accept: {
    Budget(seed: 2).isReached($0)
  }
}
