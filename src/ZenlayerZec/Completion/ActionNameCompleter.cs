using System.Collections;

namespace ZenlayerZec.Completion;

/// <summary>Completes an action's name, and says which cmdlet there is for it.</summary>
internal sealed class ActionNameCompleter : Completer
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Suggestion> Suggest(IDictionary bound) =>
    [
        .. ActionNames.All.Select(name => new Suggestion(name, Detail: ActionNames.CmdletFor(name) is { } cmdlet ? $"for which there is {cmdlet}" : null)),
    ];
}
