// Where submissions run: in a box, unless somebody asks for less.
import ArgumentParser
import Grading

struct ContainmentOption: ParsableArguments {
  @Flag(
    name: .customLong("unsafe-local"),
    help: "Runs submissions without a box, as you, with all that you may do: only for code that you trust.")
  var isUnsafe = false

  var containment: Judge.Containment { isUnsafe ? .none : .box }
}
