using System.Collections;
using System.Management.Automation;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Completion;

/// <summary>Completes an account in which this process changed something, such that a wildcard in it stands for itself.</summary>
internal sealed class OperationAccountCompleter : Completer
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Suggestion> Suggest(IDictionary bound) =>
    [
        .. ZecProcess.Current.Operations.Operations.Select(operation => operation.Account).OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(account => new Suggestion(WildcardPattern.Escape(account))),
    ];
}
