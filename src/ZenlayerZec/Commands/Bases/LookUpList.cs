using ZenlayerZec.Client;

namespace ZenlayerZec.Commands.Bases;

/// <summary>
/// The IDs that a cmdlet looks up, each once in an account: what says which account it is of is looked up there, and an ID that was given
/// as text in every connection in use.
/// </summary>
internal sealed class LookUpList
{
    private readonly List<(ZecClient? Client, string Id)> _all = [];
    private readonly HashSet<(string? Account, string Id)> _seen = [];
    private readonly Dictionary<string, ZecClient> _own = new(StringComparer.Ordinal);

    public bool IsEmpty => _all.Count == 0;

    /// <summary>Whether an ID may be in any of the connections in use.</summary>
    public bool HasText { get; private set; }

    /// <summary>The connections of what says its account, by account.</summary>
    public IReadOnlyCollection<ZecClient> Own => _own.Values;

    /// <summary>Adds an ID.</summary>
    /// <param name="client">The connection to its account; null where it may be in any of those in use.</param>
    /// <param name="id">The ID.</param>
    public void Add(ZecClient? client, string id)
    {
        if (!_seen.Add((client?.Options.Account, id)))
        {
            return;
        }

        _all.Add((client, id));
        if (client is null)
        {
            HasText = true;
        }
        else if (!_own.ContainsKey(client.Options.Account))
        {
            _own.Add(client.Options.Account, client);
        }
    }

    /// <summary>The IDs to look up in an account, in their order.</summary>
    /// <param name="account">The account.</param>
    /// <param name="isInUse">Whether it is that of a connection in use, so that text is looked up in it.</param>
    public string[] In(string account, bool isInUse)
        => [.. _all.Where(asked => asked.Client is { } client ? client.Options.Account == account : isInUse).Select(asked => asked.Id).Distinct(StringComparer.Ordinal)];

    /// <summary>The IDs that were not found, each with its account; null for one that may be in any of those in use.</summary>
    /// <param name="found">What was found, by account.</param>
    /// <param name="inUse">The accounts of the connections in use.</param>
    public IEnumerable<(string? Account, string Id)> Missing(ISet<(string Account, string Id)> found, IReadOnlyCollection<string> inUse)
        => _all.Select(asked => (asked.Client?.Options.Account, asked.Id))
            .Where(asked => asked.Account is { } own ? !found.Contains((own, asked.Id)) : !inUse.Any(account => found.Contains((account, asked.Id))));
}
