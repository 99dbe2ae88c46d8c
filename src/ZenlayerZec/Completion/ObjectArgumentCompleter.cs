using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace ZenlayerZec.Completion;

/// <summary>
/// Completes nothing after the name of a parameter for objects: no text is one. For an argument without a name it has no say, so that
/// another parameter for the same argument completes it.
/// </summary>
internal class ObjectArgumentCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult>? CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var named = commandAst.CommandElements.OfType<CommandParameterAst>().Select(element => element.ParameterName);

        // To PowerShell, null is no answer, and an empty one ends what the other parameter has said.
        return named.Any(name => parameterName.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            ? []
            : Unnamed(commandName, parameterName, wordToComplete, commandAst, fakeBoundParameters);
    }

    /// <summary>Completes an argument without a name; null where another parameter does.</summary>
    protected virtual IEnumerable<CompletionResult>? Unnamed(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) => null;
}
