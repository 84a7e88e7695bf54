// How the page looks: two sets of colours and one style sheet.

/// The colours of the page, for a light and a dark surface. Every ink stands out at least 4.5 : 1 (WCAG 2.2, AA).
struct PageColors: Sendable {
  let background, surface: TextColor
  /// By the name of the CSS variable.
  let inks: [(name: String, color: TextColor)]
  let rule: TextColor

  static let light = PageColors(
    background: TextColor(255, 255, 255), surface: TextColor(246, 247, 249),
    inks: [
      ("ink", TextColor(29, 29, 31)), ("quiet", TextColor(89, 93, 99)), ("link", TextColor(0, 87, 174)),
      ("keyword", TextColor(138, 31, 147)), ("type", TextColor(0, 105, 105)), ("string", TextColor(11, 103, 11)),
      ("number", TextColor(5, 80, 174)), ("comment", TextColor(90, 95, 101)), ("failure", TextColor(176, 0, 20)),
      ("accent", TextColor(0, 106, 170)),
    ], rule: TextColor(214, 217, 222))

  static let dark = PageColors(
    background: TextColor(21, 23, 26), surface: TextColor(31, 34, 38),
    inks: [
      ("ink", TextColor(230, 231, 233)), ("quiet", TextColor(168, 173, 180)), ("link", TextColor(126, 184, 255)),
      ("keyword", TextColor(224, 155, 234)), ("type", TextColor(95, 208, 208)), ("string", TextColor(143, 209, 143)),
      ("number", TextColor(138, 184, 255)), ("comment", TextColor(160, 166, 173)),
      ("failure", TextColor(255, 138, 128)),
      ("accent", TextColor(88, 178, 240)),
    ], rule: TextColor(62, 67, 74))

  fileprivate var variables: String {
    ([("background", background), ("surface", surface), ("rule", rule)] + inks)
      .map { "--\($0.0):\($0.1.hex)" }.joined(separator: ";")
  }
}

enum PageStyle {
  static let sheet = """
    :root{color-scheme:light dark;\(PageColors.light.variables)}
    @media screen and (prefers-color-scheme:dark){:root{\(PageColors.dark.variables)}}
    \(rules)
    """

  /// The class of pictures that bring their style along.
  static let pictureClass = "lectern-picture"

  /// For a picture that stands alone: the rules it needs, in the colours of light paper, and for no other picture that
  /// may stand on the same page.
  static let pictureSheet =
    ".\(pictureClass){\(PageColors.light.variables)}"
    + pictureRules.replacing("\n", with: "").replacing("svg", with: "." + pictureClass)

  private static let pictureRules = """
    svg{font:12px ui-monospace,Menlo,Consolas,monospace}
    svg text{fill:var(--ink)}svg .axis{fill:var(--quiet)}svg .grid{stroke:var(--rule)}svg .bar{fill:var(--accent)}
    svg .curve{fill:none;stroke:var(--accent);stroke-width:2;stroke-linejoin:round}svg .dot{fill:var(--accent)}
    svg .cell-dark{fill:#000}svg .cell-light{fill:#fff}svg .masked{fill:var(--surface)}
    """

  private static let rules = """
    *{box-sizing:border-box}
    body{margin:0;background:var(--background);color:var(--ink);font:1.05rem/1.6 system-ui,sans-serif}
    header,main{max-width:50rem;margin:0 auto;padding:0 1.25rem}
    header{padding-top:2rem}main{padding-bottom:4rem}
    h1,h2,h3,h4{line-height:1.25;margin:2.2em 0 .6em}h1{font-size:2rem;margin-top:.5em}h2{font-size:1.5rem}
    a{color:var(--link)}hr{border:0;border-top:1px solid var(--rule);margin:2.5rem 0}
    blockquote{margin:1em 0;padding:0 1em;border-left:.25rem solid var(--rule);color:var(--quiet)}
    code,pre{font:.9rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
    :not(pre)>code{background:var(--surface);padding:.1em .3em;border-radius:.25rem;overflow-wrap:anywhere}
    pre{background:var(--surface);padding:.8rem 1rem;border-radius:.4rem;overflow-x:auto;margin:0;tab-size:4}
    main>pre,li>pre{margin:1em 0}
    .summary,.facts,.quiet{color:var(--quiet)}
    nav{font-size:.95rem;margin:1.5rem 0 2rem}nav p{margin:0 0 .3rem}nav ol{padding-left:2em;margin:0}
    main>p,main>ul,main>ol,main>blockquote,header>p,header>ul{max-width:42rem;text-wrap:pretty}
    h1,h2,h3{text-wrap:balance}main{overflow-wrap:break-word}
    .glossary{margin-top:3rem;font-size:.95rem}.glossary dl{max-width:42rem}.glossary dt{font-weight:600;margin-top:.6em}
    .glossary summary{padding:0}.glossary dd{margin:0}.glossary dt:target{background:var(--surface)}
    .notes{white-space:pre-line;font-size:.95rem}
    .step{margin:1.5rem 0;border:1px solid var(--rule);border-radius:.5rem;overflow:hidden}
    .step>pre,.step details pre{border-radius:0}
    .step-head{display:flex;gap:1em;justify-content:space-between;margin:0;padding:.35rem 1rem;font-size:.85rem;\
    color:var(--quiet);border-bottom:1px solid var(--rule)}
    .output{padding:.8rem 1rem;border-top:1px solid var(--rule);display:grid;gap:.9rem}
    .output>*{min-width:0;margin:0}.output pre{padding:0;background:none}
    .line{display:block;counter-increment:line;padding-left:3.2em;text-indent:-3.2em;white-space:pre-wrap}
    .line::before{content:counter(line);display:inline-block;width:2.4em;margin-right:.8em;text-align:right;\
    text-indent:0;color:var(--quiet)}
    .keyword,.attribute{color:var(--keyword)}.keyword{font-weight:600}.type{color:var(--type)}
    .string{color:var(--string)}.number{color:var(--number)}.comment{color:var(--comment);font-style:italic}
    .name{font-weight:600}.failure{border-left:.25rem solid var(--failure);padding-left:.8rem}
    .failed{color:var(--failure);font-weight:600}
    .wrapped{white-space:pre-wrap;overflow-wrap:anywhere}
    .output .stderr{border-radius:0;border-left:.25rem solid var(--rule);padding-left:.8rem}
    .output p,.output details{font-size:.9rem}figure p,figure ul,.failure p{margin:.4rem 0}
    progress{width:100%;accent-color:var(--accent)}figure{margin:0}figcaption{font-size:.9rem;margin-bottom:.4rem}.heads{display:flex;flex-wrap:wrap;gap:1.2rem}
    svg{max-width:100%;height:auto;display:block}
    \(pictureRules)
    .scroll{overflow-x:auto}
    table{border-collapse:collapse;font-size:.92rem}caption{text-align:left;padding-bottom:.3rem}
    th,td{padding:.25rem .8rem .25rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule)}
    .numeric{text-align:right;font-variant-numeric:tabular-nums}
    .guess>summary{border-top:1px solid var(--rule);color:var(--link);font-size:.95rem}
    summary{cursor:pointer;padding:.35rem 1rem}.output summary,.quiz summary{padding:.2rem 0}
    .quiz{margin:1.5rem 0;padding:.8rem 1rem;border:1px solid var(--rule);border-radius:.5rem}
    img{max-width:100%}
    @media(max-width:32rem){header,main{padding-left:.9rem;padding-right:.9rem}h1{font-size:1.6rem}h2{font-size:1.3rem}\
    .line{padding-left:2.6em;text-indent:-2.6em}.line::before{width:1.9em;margin-right:.7em}}
    @media print{@page{margin:18mm 16mm}body{font-size:10pt}header,main{max-width:none;padding:0}.step{overflow:visible}\
    .output{display:block}.output>*+*{margin-top:.7rem}\
    h1,h2,h3,h4,.step-head,summary,figcaption,caption{break-after:avoid}pre,figure,.quiz,tr,svg{break-inside:avoid}\
    details::details-content{content-visibility:visible;block-size:auto}summary{list-style:none}\
    .output pre,pre{white-space:pre-wrap}a{color:inherit}main a[href^="http"]::after{content:" (" attr(href) ")"}\
    nav{display:none}}
    """
}
