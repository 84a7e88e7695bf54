// What only the judge asks: the same of other texts.
import Foundation
import Transformers

let probes = Probes {
  Probe("other texts: within the budget, and good", points: 6) {
    try Budget(seed: 90_001).outcome()
  } accept: {
    Budget(seed: 90_001).isReached($0)
  }
}
