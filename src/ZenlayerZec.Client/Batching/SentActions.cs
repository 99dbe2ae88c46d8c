using ZenlayerZec.Client.Kinds;

namespace ZenlayerZec.Client.Batching;

/// <summary>What this process has sent, whichever runspace sent it: an object that was read before no longer says how a thing stands. Thread-safe.</summary>
internal sealed class SentActions
{
    private readonly Dictionary<(string Identity, ResourceKind Kind), SentThings> _accounts = [];

    /// <summary>What was sent to things of a kind.</summary>
    /// <param name="identity">The account's identity.</param>
    /// <param name="kind">The kind.</param>
    public SentThings Of(string identity, ResourceKind kind)
    {
        lock (_accounts)
        {
            var key = (identity, kind);
            if (!_accounts.TryGetValue(key, out var sent))
            {
                _accounts.Add(key, sent = new SentThings());
            }

            return sent;
        }
    }
}
