using System.Text.RegularExpressions;
using ZenlayerZec.Generator.Nouns;
using ZenlayerZec.Generator.Yaml;

namespace ZenlayerZec.Generator.Checks;

/// <summary>The names of the cmdlets: an approved verb, a singular noun with the prefix, and one file for each.</summary>
internal static partial class CmdletNames
{
    public const string File = "api/cmdlets.yaml";

    /// <summary>The verbs that PowerShell approves of, by Get-Verb of PowerShell 7.6.</summary>
    private static readonly HashSet<string> Verbs =
    [
        .. ("Add Clear Close Copy Enter Exit Find Format Get Hide Join Lock Move New Open Optimize Pop Push Redo Remove Rename Reset Resize Search Select Set Show "
            + "Skip Split Step Switch Undo Unlock Watch Connect Disconnect Read Receive Send Write Backup Checkpoint Compare Compress Convert ConvertFrom ConvertTo "
            + "Dismount Edit Expand Export Group Import Initialize Limit Merge Mount Out Publish Restore Save Sync Unpublish Update Debug Measure Ping Repair Resolve "
            + "Test Trace Approve Assert Build Complete Confirm Deny Deploy Disable Enable Install Invoke Register Request Restart Resume Start Stop Submit Suspend "
            + "Uninstall Unregister Wait Block Grant Protect Revoke Unblock Unprotect Use").Split(' '),
    ];

    /// <summary>Reads all cmdlets that the module has: those of the nouns, and those that no action is for.</summary>
    /// <returns>Their names, in ordinal order.</returns>
    /// <exception cref="DescriptionException">A name is not as it has to be, or two files have it.</exception>
    public static IReadOnlyList<string> Read(string root, IReadOnlyList<NounDecision> nouns)
    {
        var owners = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, place, noun) in Named(root, nouns))
        {
            if (Fault(name, noun) is { } fault)
            {
                throw place.Fault(fault);
            }

            if (owners.TryGetValue(name, out var owner) && owner != place.File)
            {
                throw place.Fault($"There are two cmdlets {name}: the other one is in {owner}.");
            }

            owners[name] = place.File;
        }

        return [.. owners.Keys];
    }

    private static IEnumerable<(string Name, YamlPart Place, string? Noun)> Named(string root, IReadOnlyList<NounDecision> nouns)
        => nouns.SelectMany(noun => noun.Actions.Select(action => (action.Cmdlet, action.Place, (string?)noun.Noun))
                .Concat(noun.Cmdlets.Select(cmdlet => (cmdlet.Name, cmdlet.Place, (string?)noun.Noun))))
            .Concat(YamlPart.Read(root, File).Only("cmdlets").Get("cmdlets").Items.Select(cmdlet => (cmdlet.Text, cmdlet, (string?)null)));

    private static string? Fault(string name, string? noun) => Form().Match(name) switch
    {
        { Success: false } => $"'{name}' is not a name such as Get-ZecDisk.",
        var match when !Verbs.Contains(match.Groups[1].Value) => $"PowerShell does not approve of the verb {match.Groups[1].Value}. Get-Verb lists those that it does.",
        var match when noun is not null && !match.Groups[2].Value.StartsWith(noun, StringComparison.Ordinal) => $"{name} is not a cmdlet of the noun {noun}.",
        var match when Plural().IsMatch(match.Groups[2].Value) => $"The noun of {name} is plural.",
        _ => null,
    };

    [GeneratedRegex("^([A-Z][a-zA-Z]+)-Zec([A-Z][A-Za-z0-9]*)?$")]
    private static partial Regex Form();

    [GeneratedRegex("(?<![su])s$")]
    private static partial Regex Plural();
}
