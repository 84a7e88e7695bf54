// What a learner's template is asked. What comes back are the prompts; the model goes on with them in the judge.
import Foundation
import Transformers

let probes = Probes {
  Probe("questions that the model has read", points: 4) {
    Desk(seed: 1, room: 60, kinds: [.plain]).prompts
  } accept: {
    Desk(seed: 1, room: 60, kinds: [.plain]).isAnswered(by: $0)
  }
  Probe("follow-up questions", points: 5) {
    Desk(seed: 2, room: 60, kinds: [.followUp]).prompts
  } accept: {
    Desk(seed: 2, room: 60, kinds: [.followUp]).isAnswered(by: $0)
  }
  Probe("what a notice has changed", points: 5) {
    Desk(seed: 3, room: 60, kinds: [.changed]).prompts
  } accept: {
    Desk(seed: 3, room: 60, kinds: [.changed]).isAnswered(by: $0)
  }
  Probe("names that were told", points: 4) {
    Desk(seed: 4, room: 60, kinds: [.name]).prompts
  } accept: {
    Desk(seed: 4, room: 60, kinds: [.name]).isAnswered(by: $0)
  }
}
