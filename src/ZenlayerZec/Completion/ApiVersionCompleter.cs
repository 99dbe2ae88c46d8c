using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace ZenlayerZec.Completion;

/// <summary>Completes the API's versions, the newest first.</summary>
internal sealed class ApiVersionCompleter : IArgumentCompleter
{
    private static readonly string[] Versions = ["2025-09-01", "2024-04-01"];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
        => Versions
            .Where(version => version.StartsWith((wordToComplete ?? string.Empty).Trim('\'', '"'), StringComparison.Ordinal))
            .Select(version => new CompletionResult(version));
}
