namespace ZenlayerZec.HelpBuilder.Text;

/// <summary>Breaks text into lines, at spaces.</summary>
internal static class Wrapping
{
    /// <summary>Breaks a text; a word that is longer than a line has a line of its own.</summary>
    /// <param name="text">Text in one line.</param>
    /// <param name="width">The characters of a line.</param>
    public static List<string> Lines(string text, int width)
    {
        List<string> lines = [];
        var line = string.Empty;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(line);
                line = string.Empty;
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        lines.Add(line);
        return lines;
    }

    /// <summary>Breaks the text of an item, and moves its further lines in under the first.</summary>
    public static IEnumerable<string> Lines(string mark, string text, int width)
        => Lines(text, width - mark.Length).Select((line, at) => (at == 0 ? mark : new string(' ', mark.Length)) + line);
}
