using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Commands.Resuming;

/// <summary>What is left of one change in one account, and how a look divides it.</summary>
/// <param name="client">The connection.</param>
/// <param name="change">The change.</param>
internal sealed class ResumedGroup(ZecClient client, ResumedChange change)
{
    private readonly Dictionary<string, bool> _isUnknown = new(StringComparer.Ordinal);
    private readonly List<string> _ids = [];

    public ZecClient Client => client;

    public ResumedChange Change => change;

    /// <summary>The IDs, in their order.</summary>
    public IReadOnlyList<string> Ids => _ids;

    /// <summary>When the last request began of which it is unknown what became; null where there is none, or it is not known.</summary>
    public DateTimeOffset? LastBegan { get; private set; }

    /// <summary>The instances to send it to.</summary>
    public IReadOnlyList<ZecInstance> ToSend { get; private set; } = [];

    /// <summary>The IDs for which a look shows that it is done.</summary>
    public string[] Done { get; private set; } = [];

    /// <summary>The IDs that are not there, and so cannot be changed.</summary>
    public string[] Missing { get; private set; } = [];

    /// <summary>The IDs of which it stays unknown: a second request would do harm if the first was carried out.</summary>
    public string[] Unknown { get; private set; } = [];

    private bool NeverRepeats => change.Operation.EndsAsItMayHaveBegun;

    public void Add(string id, bool isUnknown, DateTimeOffset? began)
    {
        if (!_isUnknown.TryGetValue(id, out var before))
        {
            _ids.Add(id);
        }

        _isUnknown[id] = before || isUnknown;
        if (isUnknown && !(began <= LastBegan))
        {
            LastBegan = began;
        }
    }

    public void Remove(string id)
    {
        if (_isUnknown.Remove(id))
        {
            _ids.Remove(id);
        }
    }

    /// <summary>How long the last request may still take effect, so that a look tells nothing yet; zero where a second one does no harm.</summary>
    public TimeSpan Wait(DateTimeOffset now)
    {
        if (change.Operation.Repeat == Repeat.AfterFreshLook || LastBegan is not { } began)
        {
            return TimeSpan.Zero;
        }

        var rest = began + client.Options.SettleTimeout - now;
        return rest < TimeSpan.Zero ? TimeSpan.Zero : rest > client.Options.SettleTimeout ? client.Options.SettleTimeout : rest;
    }

    /// <summary>Divides the IDs by what a whole look found.</summary>
    /// <param name="found">The instances that are there.</param>
    /// <param name="repeatsUnknown">Whether the user wants again what would do harm if it was done already.</param>
    public void Divide(IReadOnlyDictionary<string, ZecInstance> found, bool repeatsUnknown)
    {
        Done = [.. _ids.Where(IsDone)];
        Missing = [.. _ids.Except(Done, StringComparer.Ordinal).Where(id => !found.ContainsKey(id))];
        Unknown = [.. _ids.Except(Done, StringComparer.Ordinal).Where(id => NeverRepeats && _isUnknown[id] && !repeatsUnknown && found.ContainsKey(id))];
        ToSend = [.. _ids.Except(Done.Concat(Missing).Concat(Unknown), StringComparer.Ordinal).Select(id => found[id])];

        bool IsDone(string id)
        {
            var settle = change.Operation.Settle;
            var instance = found.TryGetValue(id, out var there) ? there : null;
            if (instance is not null && change.Parameters.TryGetValue("Purge", out var purge) && purge is true)
            {
                return false;
            }

            // A state that the instance only passes through shows that a request was carried out, and not whose it was.
            return (!NeverRepeats || _isUnknown[id])
                && settle.Judge(null, settle.Field is null ? instance?.Status : instance?.InstanceName) == Fate.Took;
        }
    }
}
