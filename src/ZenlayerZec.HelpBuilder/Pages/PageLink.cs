namespace ZenlayerZec.HelpBuilder.Pages;

/// <summary>A link of a page.</summary>
/// <param name="Text">What it reads.</param>
/// <param name="Target">Where it leads: an address, or a path that is relative to the page.</param>
/// <param name="Line">The line of the block that it is in, from 1.</param>
internal sealed record PageLink(string Text, string Target, int Line)
{
    public bool IsAddress => Target.Contains("://", StringComparison.Ordinal);

    /// <summary>Whether it is an address, or the file that it names is there.</summary>
    /// <param name="page">The path of the page.</param>
    public bool Lives(string page)
    {
        var path = Target.Split('#')[0];
        return IsAddress || path.Length == 0 || Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, path));
    }
}
