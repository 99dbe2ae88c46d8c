using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;

namespace ZenlayerZec.Commands.Bases;

/// <summary>
/// What is collected in a pipeline, by account; by itself for each set of protected tags, since the connection says what is looked for.
/// </summary>
internal sealed class ItemsByAccount
{
    private readonly Dictionary<(string Account, string Protection), KeyValuePair<ZecClient, List<WriteItem>>> _all = [];
    private KeyValuePair<ZecClient?, List<WriteItem>> _last;

    /// <summary>What there is, each list with the connection by which it goes.</summary>
    public IEnumerable<KeyValuePair<ZecClient, List<WriteItem>>> All => _all.Values;

    /// <summary>The list for a connection.</summary>
    /// <param name="client">The connection.</param>
    public List<WriteItem> Of(ZecClient client)
    {
        // Mostly it is the one before: to look it up by its texts would cost as much as all else that is done with an item.
        if (_last.Key != client)
        {
            var key = (client.Options.Account, client.Options.Protection);
            if (!_all.TryGetValue(key, out var account))
            {
                _all.Add(key, account = new KeyValuePair<ZecClient, List<WriteItem>>(client, []));
            }

            _last = new(client, account.Value);
        }

        return _last.Value;
    }
}
