using System.Text.RegularExpressions;
using ZenlayerZec.Generator.Yaml;

namespace ZenlayerZec.Generator.Checks;

/// <summary>The list of cmdlets in the manifest of the module. It is tracked, and no build writes it.</summary>
internal static partial class ManifestCmdlets
{
    public const string File = "ZenlayerZec.psd1";

    /// <summary>Compares the manifest with the cmdlets that there are.</summary>
    /// <exception cref="DescriptionException">It has others.</exception>
    public static void Check(string root, IReadOnlyList<string> cmdlets)
    {
        var text = Text(root);
        if (Renewed(text, cmdlets) != text)
        {
            var line = text[..List().Match(text).Index].Count(one => one == '\n') + 1;
            throw new DescriptionException(
                File, line, "CmdletsToExport is not the list of the cmdlets. Renew it: dotnet run --project src/ZenlayerZec.Generator -- manifest");
        }
    }

    /// <summary>Writes the cmdlets that there are into the manifest.</summary>
    public static void Renew(string root, IReadOnlyList<string> cmdlets)
        => System.IO.File.WriteAllText(Path.Combine(root, File), Renewed(Text(root), cmdlets));

    private static string Text(string root) => System.IO.File.ReadAllText(Path.Combine(root, File)).Replace("\r\n", "\n", StringComparison.Ordinal);

    private static string Renewed(string text, IReadOnlyList<string> cmdlets)
    {
        var list = string.Join(",\n", cmdlets.Order(StringComparer.OrdinalIgnoreCase).Select(cmdlet => $"        '{cmdlet}'"));
        return List().Replace(text, match => $"{match.Groups[1].Value}\n{list}\n    )", 1);
    }

    [GeneratedRegex(@"(CmdletsToExport\s*=\s*@\()[^)]*\)")]
    private static partial Regex List();
}
