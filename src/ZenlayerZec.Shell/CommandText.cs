using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace ZenlayerZec.Shell;

/// <summary>A script that was given as text, which keeps whether its last statement succeeded.</summary>
internal static class CommandText
{
    private const string Variable = "ZenlayerZecShellSucceeded";

    /// <summary>The engine forgets <c>$?</c> with the pipeline, so that the script itself has to keep it.</summary>
    public static string Keeping(string script)
    {
        // Nothing is put behind what the parser refuses: the error has to be the script's own. Two line ends, because the first
        // may be behind a backtick.
        var isPlain = Parser.ParseInput(script, out _, out var errors).EndBlock is { Unnamed: true } && errors.Length == 0;
        return isPlain ? $"{script}\n\n$global:{Variable} = $?" : script;
    }

    /// <summary>False only where the last statement was reached and failed.</summary>
    public static bool Succeeded(Runspace runspace) => runspace.SessionStateProxy.GetVariable(Variable) is not false;
}
