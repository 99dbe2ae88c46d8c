using System.Collections;
using ZenlayerZec.Binding;
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
            var asking = Task.WhenAll(Connections(bound).Select(connection => SuggestAsync(connection, bound)));
            return asking.Wait(LongestWait)
                ? [.. asking.Result.SelectMany(some => some).GroupBy(one => one.Value, StringComparer.Ordinal).Select(same => same.First())]
                : [];
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

    /// <summary>The connections that the command names, else the one that it would use. Warnings of the credentials are kept for the command.</summary>
    private static IEnumerable<ZecConnection> Connections(IDictionary bound) => bound.Contains(nameof(Connection))
        ? Items.Of(bound[nameof(Connection)]).OfType<ZecConnection>().Distinct()
        : [ZecProcess.Current.Runspace.Use(warn: null)];

    /// <summary>The zone that the command is for; null where it is not known.</summary>
    protected static string? ZoneId(IDictionary bound) => bound["ZoneId"] as string;
}
