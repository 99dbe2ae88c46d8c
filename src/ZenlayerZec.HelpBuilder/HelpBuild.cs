using ZenlayerZec.HelpBuilder.Cmdlets;
using ZenlayerZec.HelpBuilder.Output;
using ZenlayerZec.HelpBuilder.Pages;

namespace ZenlayerZec.HelpBuilder;

/// <summary>
/// Makes all help of a module: one MAML file from the pages of its cmdlets, and a text from each page about the module. Where a page has a
/// fault, nothing is written.
/// </summary>
internal static class HelpBuild
{
    public static void Run(string docs, string assembly, string output, PageFaults faults)
    {
        var cmdlets = ModuleCmdlets.Of(assembly).ToDictionary(cmdlet => cmdlet.Name, StringComparer.Ordinal);
        var folder = Path.Combine(docs, "cmdlets");
        var pages = Files(folder, "*.md").Select(file => CmdletPage.Read(file, faults)).ToArray();
        var texts = Files(docs, "about_*.md").ToDictionary(
            file => $"{Path.GetFileNameWithoutExtension(file)}.help.txt", file => AboutText.Of(file, cmdlets.Keys, faults), StringComparer.Ordinal);

        foreach (var page in pages)
        {
            if (cmdlets.TryGetValue(page.Name, out var cmdlet))
            {
                PageCheck.Run(page, cmdlet, faults);
            }
            else
            {
                faults.Add(page.File, 1, $"The module has no cmdlet {page.Name}.");
            }
        }

        foreach (var missing in cmdlets.Keys.Except(pages.Select(page => page.Name)).Order(StringComparer.Ordinal))
        {
            faults.Add(Path.Combine(folder, $"{missing}.md"), 1, $"The cmdlet {missing} has no page.");
        }

        if (faults.All.Count == 0)
        {
            Directory.CreateDirectory(output);
            Clear(output, texts.Keys);
            foreach (var (name, text) in texts)
            {
                File.WriteAllText(Path.Combine(output, name), text);
            }

            File.WriteAllText(
                Path.Combine(output, $"{Path.GetFileName(assembly)}-Help.xml"), Maml.Of(pages.Select(page => (page, cmdlets[page.Name]))));
        }
    }

    private static IEnumerable<string> Files(string folder, string pattern)
        => Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal);

    /// <summary>Removes the texts of pages that there are no more.</summary>
    private static void Clear(string output, IEnumerable<string> kept)
    {
        foreach (var file in Files(output, "about_*.help.txt").Where(file => !kept.Contains(Path.GetFileName(file))))
        {
            File.Delete(file);
        }
    }
}
