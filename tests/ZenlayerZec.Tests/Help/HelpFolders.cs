using ZenlayerZec.HelpBuilder;
using ZenlayerZec.HelpBuilder.Pages;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Help;

/// <summary>A copy of the pages, to spoil, and a folder for the help that is made of them.</summary>
internal sealed class HelpFolders : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("zec-help").FullName;

    public HelpFolders()
    {
        Directory.CreateDirectory(Page("cmdlets"));
        foreach (var page in Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "about_*.md"))
        {
            File.Copy(page, Page(Path.GetFileName(page)));
        }

        foreach (var page in Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "cmdlets")))
        {
            File.Copy(page, Page($"cmdlets/{Path.GetFileName(page)}"));
        }
    }

    public string Docs => Path.Combine(_root, "docs");

    /// <summary>Is there only after a build without a fault.</summary>
    public string Output => Path.Combine(_root, "en-US");

    public string Page(string name) => Path.Combine([Docs, .. name.Split('/')]);

    public void Edit(string name, Func<string, string> edit)
    {
        var page = File.ReadAllText(Page(name));
        var edited = edit(page);
        Assert.NotEqual(page, edited);
        File.WriteAllText(Page(name), edited);
    }

    /// <summary>Makes the help of the built module.</summary>
    public PageFaults Build()
    {
        var faults = new PageFaults();
        HelpBuild.Run(Docs, Path.Combine(Repository.ModuleFolder, "ZenlayerZec.dll"), Output, faults);
        return faults;
    }

    /// <summary>The help as it was made, by its files.</summary>
    public IReadOnlyDictionary<string, string> Made()
        => Directory.EnumerateFiles(Output).Order(StringComparer.Ordinal).ToDictionary(file => Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
