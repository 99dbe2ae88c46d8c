using System.Collections;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Completion;

/// <summary>
/// Completes values that the account has. Whoever presses Tab waits a second at the most, and sees nothing where the answer takes
/// longer; the answer is remembered with the connection all the same. Nothing that goes wrong is told: the command that is being typed will.
/// </summary>
internal abstract class AccountCompleter : Completer
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override IReadOnlyList<Suggestion> Suggest(IDictionary bound)
    {
        try
        {
            // Warnings of the credentials are not for here, and are kept for the command.
            var asking = SuggestAsync(bound["Connection"] as ZecConnection ?? RunspaceConnections.Current.Use(warn: null), bound);
            return asking.Wait(LongestWait) ? asking.Result : [];
        }
        catch (Exception)
        {
            return [];
        }
    }

    /// <summary>Asks what there is to choose from.</summary>
    /// <param name="connection">Whose account.</param>
    /// <param name="bound">The other parameters, as far as they are known.</param>
    protected abstract Task<IReadOnlyList<Suggestion>> SuggestAsync(ZecConnection connection, IDictionary bound);

    /// <summary>The zone that the command is for; null where it is not known.</summary>
    protected static string? ZoneId(IDictionary bound) => bound["ZoneId"] as string;
}
