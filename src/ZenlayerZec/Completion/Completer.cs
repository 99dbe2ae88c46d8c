using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Completion;

/// <summary>Completes a value: those that begin with what was typed, by value or by name, or else those that hold it.</summary>
internal abstract class Completer : IArgumentCompleter
{
    /// <summary>
    /// What can stand without quotes and stay a text: words, dates, and IDs of so many digits that no parameter takes them for a number.
    /// </summary>
    private static readonly Regex Bare = new(@"^(?:[A-Za-z][A-Za-z0-9_./+-]*|[0-9]{4}-[0-9]{2}-[0-9]{2}|[1-9][0-9]{15,27})\z", RegexOptions.CultureInvariant);

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = (wordToComplete ?? string.Empty).Trim('\'', '"');
        var all = Suggest(fakeBoundParameters);
        var found = all.Where(one => Begins(one.Value, word) || Begins(one.Name, word)).ToArray();
        return (found.Length > 0 ? found : all.Where(one => Holds(one.Value, word) || Holds(one.Name, word)))
            // What it puts on the command line must be seen there, and be what the service knows: a value of which a part cannot be
            // shown, or was replaced when it was read, is not suggested.
            .Where(one => one.Value.Length > 0 && VisibleText.Of(one.Value) == one.Value && one.Value.IndexOf(VisibleText.Replacement) < 0)
            .Select(Result)
            .ToArray();
    }

    /// <summary>What there is to choose from.</summary>
    /// <param name="bound">The other parameters, as far as they are known before the command runs.</param>
    protected abstract IReadOnlyList<Suggestion> Suggest(IDictionary bound);

    private static bool Begins(string? text, string word) => text?.StartsWith(word, StringComparison.OrdinalIgnoreCase) == true;

    private static bool Holds(string? text, string word) => text?.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    private static CompletionResult Result(Suggestion one)
    {
        var list = string.IsNullOrEmpty(one.Name) ? one.Value : $"{one.Name} ({one.Value})";
        return new CompletionResult(
            one.IsExpression || Bare.IsMatch(one.Value) ? one.Value : $"'{CodeGeneration.EscapeSingleQuotedStringContent(one.Value)}'",
            VisibleText.Of(list),
            CompletionResultType.ParameterValue,
            VisibleText.Of(string.IsNullOrEmpty(one.Detail) ? list : $"{list}, {one.Detail}"));
    }
}
