using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace ZenlayerZec.Completion;

/// <summary>
/// Completes an argument without a name where a cmdlet takes instances as objects, by default, or by ID. Before anything is typed, PowerShell
/// asks only the parameter for objects; the ID that is completed is bound by the other one. From the first character on it asks both.
/// </summary>
internal sealed class InstanceArgumentCompleter : ObjectArgumentCompleter
{
    private readonly InstanceIdCompleter _ids = new();

    /// <inheritdoc/>
    protected override IEnumerable<CompletionResult>? Unnamed(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
        => string.IsNullOrEmpty(wordToComplete)
            ? _ids.CompleteArgument(commandName, parameterName, wordToComplete!, commandAst, fakeBoundParameters)
            : null;
}
