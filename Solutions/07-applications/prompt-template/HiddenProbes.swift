// What only the judge asks: all kinds of questions, in other conversations and in a smaller room.
import Foundation
import Transformers

let probes = Probes {
  Probe("everything together, in other conversations", points: 5) {
    Desk(seed: 90_001, room: 60).prompts
  } accept: {
    Desk(seed: 90_001, room: 60).isAnswered(by: $0)
  }
  Probe("everything together, in a smaller room", points: 3) {
    Desk(seed: 90_002, room: 40).prompts
  } accept: {
    Desk(seed: 90_002, room: 40).isAnswered(by: $0)
  }
}
