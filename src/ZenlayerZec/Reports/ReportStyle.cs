namespace ZenlayerZec.Reports;

/// <summary>How the page looks: in light and dark, on any width, and on paper. Names are short, since thousands of rows have them.</summary>
internal static class ReportStyle
{
    /// <summary>
    /// The style. Fonts are those of the reader's system. A table keeps its rows on a narrow screen: its text breaks anywhere, its numbers never do.
    /// </summary>
    public const string Css = """

        :root {
          color-scheme: light dark;
          --page: #fff; --ink: #1c2024; --soft: #596069; --line: #d8dce0; --band: #f4f6f7; --bad: #a61b15; --doubt: #7c4a00;
        }
        @media screen and (prefers-color-scheme: dark) {
          :root { --page: #15181b; --ink: #e3e6e9; --soft: #a2aab3; --line: #363c43; --band: #1e2327; --bad: #ff9a90; --doubt: #efb75f; }
        }
        * { box-sizing: border-box; }
        html { background: var(--page); color: var(--ink); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body {
          margin: 0 auto; max-width: 68rem; padding: 2.5rem 1.5rem 4rem; overflow-wrap: anywhere;
          font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
          font-variant-numeric: tabular-nums lining-nums;
        }
        h1 { margin: 0 0 .5rem; font-size: 1.75rem; line-height: 1.2; font-weight: 600; }
        h2 { margin: 3rem 0 .5rem; font-size: 1.3rem; line-height: 1.3; font-weight: 600; }
        p { margin: .5rem 0; max-width: 44rem; }
        a { color: inherit; text-underline-offset: .15em; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: 1rem 0; font-size: .875rem; }
        dt, .s, code { color: var(--soft); }
        dd { margin: 0; }
        nav p { font-size: .875rem; }
        code { font: .85em/1.4 ui-monospace, "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace; }
        .note { color: var(--soft); font-size: .875rem; }
        table { width: 100%; margin: 1.5rem 0 2rem; border-collapse: collapse; font-size: .9375rem; }
        table.t { width: auto; min-width: min(100%, 30rem); margin-bottom: 1rem; }
        caption { padding: 0 0 .4rem; text-align: left; font-weight: 600; font-size: 1.05rem; }
        th, td { padding: .25em 1.1em .25em 0; text-align: left; vertical-align: baseline; font-weight: 400; }
        th { overflow-wrap: break-word; }
        th:last-child, td:last-child { padding-right: 0; }
        thead th { border-bottom: 1px solid var(--line); color: var(--soft); font-size: .86em; vertical-align: bottom; background: var(--page); }
        tbody { border-bottom: 1px solid var(--line); }
        tfoot th, tfoot td, .b th, .b td, .g th, .g td { font-weight: 600; }
        .g th, .g td { background: var(--band); border-top: 1px solid var(--line); }
        .g th { overflow-wrap: anywhere; }
        .g th:first-child { padding-left: .5em; }
        .g th > span, .g th > code { font-weight: 400; margin-left: .75em; }
        .g ~ tr > th { padding-left: .5em; color: var(--soft); white-space: nowrap; }
        .n { width: 6.5em; text-align: right; white-space: nowrap; }
        .d { width: 9em; white-space: nowrap; }
        .k, .v { display: inline-block; min-width: 9.5em; margin-right: .5em; }
        .c { display: block; color: var(--soft); font-size: .86em; }
        .ids { display: block; }
        .bad { color: var(--bad); }
        .doubt { color: var(--doubt); }
        @media screen and (min-width: 40rem) {
          thead th { position: sticky; top: 0; }
        }
        @media screen and (max-width: 56rem) {
          .k, .v { min-width: 0; }
        }
        @media screen and (max-width: 40rem) {
          body { padding: 1.25rem 1rem 3rem; }
          h1 { font-size: 1.4rem; }
          h2 { margin-top: 2.25rem; font-size: 1.2rem; }
          table, table.t { width: 100%; font-size: .875rem; }
          th, td { padding-right: .4rem; }
          code { font-size: .78em; }
          .n, .d { width: 1%; }
          section { overflow-x: auto; }
          .g th > span, .g th > code { margin-left: 0; margin-right: .5em; display: inline-block; }
        }
        @page { margin: 16mm 15mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
        @media print {
          :root { color-scheme: light; font-size: 9.5pt; }
          body { max-width: none; padding: 0; }
          h2 { margin-top: 2rem; }
          nav { display: none; }
          h2, caption, thead, .g { break-after: avoid; }
          dl, tr, tbody.i { break-inside: avoid; }
          tr.l { break-inside: auto; }
          p { orphans: 3; widows: 3; }
        }

        """;
}
