namespace ZenlayerZec.HelpBuilder.Pages;

/// <summary>The page of a cmdlet, with what its assembly cannot say.</summary>
internal sealed class CmdletPage
{
    private static readonly string[] Headings =
        ["Synopsis", "Description", "Examples", "Parameters", "Inputs", "Outputs", "Notes", "Related links"];

    private readonly Dictionary<string, (PagePart Part, List<PagePart> Under)> _sections = new(StringComparer.Ordinal);

    private CmdletPage(PageText text)
    {
        File = text.File;
        Name = Path.GetFileNameWithoutExtension(text.File);
        Links = [.. text.Links.Where(link => link.Line > Section("Related links", text))];
    }

    public string File { get; }

    /// <summary>The cmdlet, which the file is named after.</summary>
    public string Name { get; }

    public PagePart Synopsis => Part("Synopsis");

    public PagePart Description => Part("Description");

    public IReadOnlyList<PagePart> Examples => Under("Examples");

    /// <summary>The parameters, by their names with the hyphen.</summary>
    public IReadOnlyList<PagePart> Parameters => Under("Parameters");

    public IReadOnlyList<PagePart> Inputs => Under("Inputs");

    public IReadOnlyList<PagePart> Outputs => Under("Outputs");

    public PagePart Notes => Part("Notes");

    /// <summary>The related links.</summary>
    public IReadOnlyList<PageLink> Links { get; }

    /// <summary>Reads a page. Headings that are not expected, or not where they are expected, are faults.</summary>
    public static CmdletPage Read(string file, PageFaults faults)
    {
        var text = PageText.Read(file, faults);
        var page = new CmdletPage(text);
        page.Sort(text, faults);
        return page;
    }

    /// <summary>The line of a section's heading, also where there is none.</summary>
    public int Line(string section) => Part(section).Line;

    private static int Section(string title, PageText text)
        => text.Parts.Find(entry => entry.Level == 2 && entry.Part.Title == title).Part?.Line ?? int.MaxValue;

    private PagePart Part(string title) => _sections.TryGetValue(title, out var section) ? section.Part : PagePart.Missing;

    private List<PagePart> Under(string title) => _sections.TryGetValue(title, out var section) ? section.Under : [];

    private void Sort(PageText text, PageFaults faults)
    {
        if (text.Parts is not [(1, { Blocks: [] } title), ..] || title.Title != Name)
        {
            faults.Add(File, 1, $"The page begins with the heading '# {Name}', and the next one follows it.");
        }

        List<PagePart>? under = null;
        var last = -1;
        foreach (var (level, part) in text.Parts.Skip(1))
        {
            var order = Array.IndexOf(Headings, part.Title);
            if (level == 3 && under is not null)
            {
                under.Add(part);
            }
            else if (level != 2 || order < 0)
            {
                faults.Add(File, part.Line, $"Unknown heading '{part.Title}'. The headings of a page are: {string.Join(", ", Headings)}.");
            }
            else if (order <= last)
            {
                faults.Add(File, part.Line, $"The heading '{part.Title}' stands before '{Headings[last]}', and once.");
            }
            else
            {
                _sections.Add(part.Title, (part, under = []));
                last = order;
            }
        }
    }
}
