// What a learner's retriever is asked. Recall is measured on logs that are made anew for each probe.
import Transformers

let probes = Probes {
  Probe("the passage that shares the words", points: 2) {
    retrieve(
      ["Who feeds the gulls?", "Where is the key?"],
      from: ["The pier is closed.", "The key hangs by the door.", "Ann feeds the gulls at noon."], count: 1)
  }
  Probe("fewer passages than are wanted, each once", points: 2) {
    retrieve(["Where is the key?"], from: ["Fog and night.", "The key is here."], count: 5)
  }
  Probe("recall of 0.50", points: 5) {
    found(1)
  } accept: {
    reaches(0.5, $0, seed: 1)
  }
  Probe("recall of 0.85", points: 6, needs: ["recall of 0.50"]) {
    found(2)
  } accept: {
    reaches(0.85, $0, seed: 2)
  }
  Probe("recall of 0.95", points: 3, needs: ["recall of 0.85"]) {
    found(3)
  } accept: {
    reaches(0.95, $0, seed: 3)
  }
}
