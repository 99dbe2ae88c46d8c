namespace ZenlayerZec.HelpBuilder.Pages;

/// <summary>Collects the faults of all pages, so that one build names them all.</summary>
internal sealed class PageFaults
{
    private readonly List<PageFault> _all = [];

    public IReadOnlyList<PageFault> All => _all;

    public void Add(string file, int line, string text) => _all.Add(new PageFault(file, line, text));
}
