using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using ZenlayerZec.Client.Kinds;

namespace ZenlayerZec.Completion;

/// <summary>Completes a hashtable with one of the tags that things of a kind have. A value that would be a pattern is left out.</summary>
/// <param name="kind">The kind of thing.</param>
internal abstract class TagCompleter(ResourceKind kind)
    : SeenCompleter(kind, thing => (kind.TagsOf(thing) ?? new Dictionary<string, string>()).Select(Pair))
{
    /// <summary>What can be a key without quotes.</summary>
    private static readonly Regex Bare = new(@"^[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant);

    private static Suggestion? Pair(KeyValuePair<string, string> tag) => WildcardPattern.ContainsWildcardCharacters(tag.Value)
        ? null
        : new Suggestion($"@{{ {(Bare.IsMatch(tag.Key) ? tag.Key : Quoted(tag.Key))} = {Quoted(tag.Value)} }}", IsExpression: true);

    private static string Quoted(string text) => $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";
}
