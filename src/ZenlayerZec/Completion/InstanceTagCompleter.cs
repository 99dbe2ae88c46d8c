using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace ZenlayerZec.Completion;

/// <summary>Completes a hashtable with one of the tags that instances have. A value that would be a pattern is left out.</summary>
internal sealed class InstanceTagCompleter() : SeenValueCompleter(instance => instance.Tags.Select(Pair))
{
    /// <summary>What can be a key without quotes.</summary>
    private static readonly Regex Bare = new(@"^[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant);

    private static Suggestion? Pair(KeyValuePair<string, string> tag) => WildcardPattern.ContainsWildcardCharacters(tag.Value)
        ? null
        : new Suggestion($"@{{ {(Bare.IsMatch(tag.Key) ? tag.Key : Quoted(tag.Key))} = {Quoted(tag.Value)} }}", IsExpression: true);

    private static string Quoted(string text) => $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";
}
