// What a learner's recommender is asked: lists, in which the judge looks for the trips that were taken out.
import Transformers

let probes = Probes {
  Probe("five different excursions for each passenger, none of them made", points: 3) {
    Port(seed: 101).lists()
  } accept: { lists in
    Port(seed: 101).isSound(lists)
  }
  Probe("at least 38 % of the trips are found", points: 6, needs: [form]) {
    Port(seed: 102).lists()
  } accept: { lists in
    Port(seed: 102).hits(lists) >= 0.38
  }
  Probe("at least 30 % of the trips to new excursions are found", points: 6, needs: [form]) {
    Port(seed: 103, new: newOnes).lists()
  } accept: { lists in
    Port(seed: 103, new: newOnes).hits(lists) >= 0.3
  }
  Probe("two of a kind, and a passenger without trips", points: 2, needs: [form]) {
    recommendations(
      trips: [[0, 1], [0, 1], [0, 1], [2, 3], [2, 3], [0], []],
      descriptions: ["A walk to the seals.", "Watching birds.", "Baking cake.", "A lunch of oysters."], count: 1)
  } accept: { lists in
    lists.count == 7 && lists[5] == [1] && lists[6].count == 1
  }
}

let form = "five different excursions for each passenger, none of them made"
