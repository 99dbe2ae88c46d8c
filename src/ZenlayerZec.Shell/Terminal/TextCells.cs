using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Text;

namespace ZenlayerZec.Shell.Terminal;

/// <summary>How many columns of a terminal a text takes: two for a Chinese, Japanese or Korean character.</summary>
internal static class TextCells
{
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3040, 0xA4CF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F),
        (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F), (0x1F900, 0x1F9FF), (0x20000, 0x3FFFD),
    ];

    /// <summary>Counts them; colours take none.</summary>
    public static int Count(string text) => Plain(text).EnumerateRunes().Sum(Count);

    /// <summary>As much of a text as fits.</summary>
    public static string Cut(string text, int cells)
    {
        var cut = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            cells -= Count(rune);
            if (cells < 0)
            {
                break;
            }

            cut.Append(rune);
        }

        return cut.ToString();
    }

    private static string Plain(string text)
        => text.Contains('\u001b', StringComparison.Ordinal)
            ? new StringDecorated(text).ToString(OutputRendering.PlainText)
            : text;

    private static int Count(Rune rune) => Array.Exists(Wide, range => rune.Value >= range.First && rune.Value <= range.Last) ? 2 : 1;
}
