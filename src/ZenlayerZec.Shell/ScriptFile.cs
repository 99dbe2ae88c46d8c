using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace ZenlayerZec.Shell;

/// <summary>A script's file as a statement that runs it.</summary>
internal static partial class ScriptFile
{
    public static bool IsScript(string path)
        => Path.GetExtension(path).Equals(".ps1", StringComparison.OrdinalIgnoreCase) && File.Exists(path);

    /// <summary>
    /// Runs the file, with its arguments as pwsh reads them: <c>-Name</c> names a parameter, and everything else is text that
    /// is never evaluated.
    /// </summary>
    public static string Invocation(string path, IReadOnlyList<string> arguments)
    {
        var words = arguments.Select(Word).Prepend(Quoted(Path.GetFullPath(path)));

        // With the trap, an error that would only end a statement ends the script: a runbook does not go on after a
        // Connect-Zec that failed. The exit code of a file that is called is the call's, and has to be made the shell's.
        return $"trap {{ break }}; & {string.Join(' ', words)}; if (-not $? -and $LASTEXITCODE) {{ exit $LASTEXITCODE }}";
    }

    private static string Word(string argument)
    {
        if (Parameter().Match(argument) is not { Success: true } parameter)
        {
            return Quoted(argument);
        }

        var value = parameter.Groups["value"];
        return value.Success ? $"{parameter.Groups["name"]}:{Value(value.Value)}" : argument;
    }

    private static string Value(string text) => text.ToUpperInvariant() is "$TRUE" or "$FALSE" ? text : Quoted(text);

    private static string Quoted(string text) => $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";

    [GeneratedRegex(@"\A(?<name>-[\p{L}_][\p{L}\p{Nd}_]*)(:(?<value>.*))?\z", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Parameter();
}
