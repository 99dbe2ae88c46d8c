using ZenlayerZec.HelpBuilder.Cmdlets;
using ZenlayerZec.HelpBuilder.Text;

namespace ZenlayerZec.HelpBuilder.Pages;

/// <summary>Compares a page with its cmdlet: whatever the cmdlet has, the page describes, and nothing else.</summary>
internal sealed class PageCheck
{
    private readonly CmdletPage _page;
    private readonly CmdletFacts _cmdlet;
    private readonly PageFaults _faults;

    private PageCheck(CmdletPage page, CmdletFacts cmdlet, PageFaults faults) => (_page, _cmdlet, _faults) = (page, cmdlet, faults);

    public static void Run(CmdletPage page, CmdletFacts cmdlet, PageFaults faults)
    {
        var check = new PageCheck(page, cmdlet, faults);
        check.Texts();
        check.Examples();
        check.Parameters();
        check.Inputs();
        check.Outputs();
        check.Address();
    }

    private void Texts()
    {
        if (_page.Synopsis.Blocks is not [Paragraph])
        {
            Add(_page.Synopsis.Line, "The synopsis is one paragraph.");
        }

        if (_page.Description.Blocks.Count == 0)
        {
            Add(_page.Description.Line, "There is no description.");
        }
    }

    private void Examples()
    {
        if (_page.Examples.Count == 0)
        {
            Add(_page.Line("Examples"), "There is no example.");
        }

        foreach (var example in _page.Examples.Where(example => example.Blocks is not [Code, not Code, ..]))
        {
            Add(example.Line, $"The example '{example.Title}' is not a block of code and then its explanation.");
        }
    }

    private void Parameters()
    {
        var names = _cmdlet.Parameters.Select(parameter => $"-{parameter.Name}").ToArray();
        var said = _cmdlet.Parameters.Where(parameter => parameter.Comment is not null).Select(parameter => $"-{parameter.Name}");
        foreach (var name in names.Except(said).Except(_page.Parameters.Select(part => part.Title)))
        {
            Add(_page.Line("Parameters"), $"The parameter {name} has no text.");
        }

        Known(_page.Parameters, names, title => $"The cmdlet has no parameter {title}.");
    }

    private void Inputs()
    {
        var piped = _cmdlet.Parameters.Where(parameter => parameter.IsPiped).ToArray();
        string[] whole = [.. piped.Where(parameter => parameter.IsPipedWhole).Select(parameter => TypeNames.Short(parameter.Type)).Distinct()];
        string[] allowed = piped.Length == 0
            ? [TypeNames.None]
            : [.. whole, .. piped.Select(parameter => TypeNames.Short(parameter.Type)), "PSObject"];

        if (_page.Inputs.Count == 0)
        {
            Add(_page.Line("Inputs"), $"No input type is named; it is one of: {string.Join(", ", allowed.Distinct())}.");
        }

        foreach (var type in whole.Except(_page.Inputs.Select(part => part.Title)))
        {
            Add(_page.Line("Inputs"), $"The input type {type} is not named.");
        }

        Known(_page.Inputs, allowed, title => $"The pipeline does not accept {title}.");
    }

    private void Outputs()
    {
        var types = _cmdlet.OutputTypes.Select(TypeNames.Short).DefaultIfEmpty(TypeNames.None).ToArray();
        foreach (var type in types.Except(_page.Outputs.Select(part => part.Title)))
        {
            Add(_page.Line("Outputs"), $"The output type {type} is not named.");
        }

        Known(_page.Outputs, types, title => $"The cmdlet does not return {title}, as its OutputType says.");
    }

    /// <summary>Get-Help -Online opens it.</summary>
    private void Address()
    {
        if (_cmdlet.HelpUri?.EndsWith($"/docs/cmdlets/{_page.Name}.md", StringComparison.Ordinal) != true)
        {
            Add(1, $"The HelpUri of the cmdlet is not the address of this page: '{_cmdlet.HelpUri}'.");
        }
    }

    private void Known(IReadOnlyList<PagePart> parts, string[] titles, Func<string, string> unknown)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            if (!titles.Contains(part.Title))
            {
                Add(part.Line, unknown(part.Title));
            }
            else if (!seen.Add(part.Title))
            {
                Add(part.Line, $"{part.Title} stands here twice.");
            }
            else if (part.Blocks.Count == 0)
            {
                Add(part.Line, $"{part.Title} has no text.");
            }
        }
    }

    private void Add(int line, string text) => _faults.Add(_page.File, line, text);
}
