using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace ZenlayerZec.Completion;

/// <summary>Completes an action's name: those that begin with what was typed, or else those that hold it.</summary>
internal sealed class ActionNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = (wordToComplete ?? string.Empty).Trim('\'', '"');
        var names = ActionNames.All.Where(name => name.StartsWith(word, StringComparison.OrdinalIgnoreCase)).ToArray();
        return (names.Length > 0 ? names : ActionNames.All.Where(name => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0))
            .Select(name => new CompletionResult(name));
    }
}
