using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace ZenlayerZec.Completion;

/// <summary>
/// Completes an argument without a name where a cmdlet takes things as objects, by default, or by ID. Before anything is typed, PowerShell
/// asks only the parameter for objects; the ID that is completed is bound by the other one. From the first character on it asks both.
/// </summary>
/// <param name="ids">Completes the ID.</param>
internal abstract class ThingArgumentCompleter(IdCompleter ids) : ObjectArgumentCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<CompletionResult>? Unnamed(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
        => string.IsNullOrEmpty(wordToComplete)
            ? ids.CompleteArgument(commandName, parameterName, wordToComplete!, commandAst, fakeBoundParameters)
            : null;
}
