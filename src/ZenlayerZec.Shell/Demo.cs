using System.Management.Automation.Language;
using System.Reflection;

namespace ZenlayerZec.Shell;

/// <summary>Demo.ps1, as if someone typed it: each statement at a prompt, and below it what it says.</summary>
internal static class Demo
{
    public static int Run(ShellSession session)
    {
        var text = Text();
        var shown = 0;
        foreach (var statement in Parser.ParseInput(text, out _, out _).EndBlock.Statements)
        {
            // With the comments before the statement.
            foreach (var line in text[shown..statement.Extent.EndOffset].Trim().Split('\n'))
            {
                session.Screen.WritePrompt(line.TrimEnd());
            }

            shown = statement.Extent.EndOffset;

            // A failed ID is part of the demo; only an error that ends a statement ends it.
            if (session.Run(statement.Extent.Text) is var code and not 0)
            {
                return code;
            }
        }

        return 0;
    }

    private static string Text()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Demo.ps1")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
