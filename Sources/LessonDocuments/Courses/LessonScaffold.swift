// The lesson that `lectern new lesson` makes: small, and it runs and proves itself as it stands.

public enum LessonScaffold {
  /// The text of a new lesson.
  public static func text(title: String) -> String {
    """
    \(heading(title))
    Say in one or two sentences what this lesson shows.

    ## A first step

    ```swift id=first title="A first step"
    let x = Tensor([1, 2, 3])
    let total = x.sum().item()
    print(total)
    ```

    ```expect
    6.0
    ```

    The sum is {{first.total:%.0f}}. Change the numbers, run the lesson again, and let `lectern verify --promote` write
    down what it prints.

    """
  }

  /// As written by the writer, so that no character of the title is taken for a mark. Ends with a newline.
  package static func heading(_ title: String) -> String {
    MarkdownWriter.text(of: MarkdownNode(.heading(level: 1), children: [MarkdownNode(.text(title))]))
  }
}
