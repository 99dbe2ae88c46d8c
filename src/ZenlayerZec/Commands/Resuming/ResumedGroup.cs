using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Commands.Resuming;

/// <summary>What is left of one change in one account, and how a look divides it.</summary>
/// <param name="client">The connection.</param>
/// <param name="change">The change.</param>
internal sealed class ResumedGroup(ZecClient client, ResumedChange change)
{
    private readonly Dictionary<string, ResumedId> _left = new(StringComparer.Ordinal);
    private readonly List<string> _ids = [];

    public ZecClient Client => client;

    public ResumedChange Change => change;

    /// <summary>What it is done to.</summary>
    public ResourceKind Kind => change.Operation.Kind;

    /// <summary>The IDs, in their order.</summary>
    public IReadOnlyList<string> Ids => _ids;

    /// <summary>The things to send it to.</summary>
    public IReadOnlyList<ZecObject> ToSend { get; private set; } = [];

    /// <summary>The IDs for which a look shows that it is done.</summary>
    public string[] Done { get; private set; } = [];

    /// <summary>The IDs that are not there, and so cannot be changed.</summary>
    public string[] Missing { get; private set; } = [];

    /// <summary>The IDs of which it stays unknown: a second request would do harm if the first was carried out.</summary>
    public string[] Unknown { get; private set; } = [];

    /// <summary>The IDs that a later change has overtaken.</summary>
    public string[] Overtaken { get; private set; } = [];

    /// <summary>Those that are in use, and are left alone.</summary>
    public string[] InUse { get; private set; } = [];

    /// <summary>Those that are left alone because what the change was limited to cannot be told, or does not hold any more.</summary>
    public string[] OutOfLimit { get; private set; } = [];

    private bool NeverRepeats => change.Operation.EndsAsItMayHaveBegun;

    public void Add(string id, bool isUnknown, Leftover left)
    {
        var added = new ResumedId(isUnknown, left.IsAccountSure, left.Ended, isUnknown ? left.Lost : DateTimeOffset.MinValue);
        if (_left.TryGetValue(id, out var before))
        {
            added = added.With(before);
        }
        else
        {
            _ids.Add(id);
        }

        _left[id] = added;
    }

    public void Remove(string id)
    {
        if (_left.Remove(id))
        {
            _ids.Remove(id);
        }
    }

    /// <summary>Leaves out what a later change has overtaken.</summary>
    /// <param name="later">What has succeeded since.</param>
    public void LeaveOvertaken(LaterChanges later)
    {
        Overtaken = [.. _ids.Where(id => later.Overtook(client.Options.Identity, id, change, _left[id].Ended))];
        foreach (var id in Overtaken)
        {
            Remove(id);
        }
    }

    /// <summary>How long the last request may still take effect, so that a look tells nothing yet; zero where a second one does no harm.</summary>
    public TimeSpan Wait(DateTimeOffset now)
    {
        var settling = client.Options.SettleTimeout;
        var unknown = _left.Values.Where(left => left.IsUnknown).ToArray();
        if (change.Operation.Repeat == Repeat.AfterFreshLook || unknown.Length == 0)
        {
            return TimeSpan.Zero;
        }

        var rest = unknown.Max(left => left.Lost is { } lost ? lost + settling - now : settling);
        return rest < TimeSpan.Zero ? TimeSpan.Zero : rest > settling ? settling : rest;
    }

    /// <summary>Divides the IDs by what a whole look found.</summary>
    /// <param name="found">The things that are there.</param>
    /// <param name="repeatsUnknown">Whether the user wants again what would do harm if it was done already.</param>
    /// <param name="releasesInUse">Whether the user also wants to release what is in use.</param>
    public void Divide(IReadOnlyDictionary<string, ZecObject> found, bool repeatsUnknown, bool releasesInUse)
    {
        Done = [.. _ids.Where(IsDone)];
        Missing = [.. _ids.Except(Done, StringComparer.Ordinal).Where(id => !found.ContainsKey(id))];
        Unknown = [.. _ids.Except(Done, StringComparer.Ordinal).Where(id => NeverRepeats && _left[id].IsUnknown && !repeatsUnknown && found.ContainsKey(id))];
        string[] left = [.. _ids.Except(Done.Concat(Missing).Concat(Unknown), StringComparer.Ordinal)];
        OutOfLimit = [.. left.Where(id => change.Has(InstanceOperations.ByPlan)
            || (change.Has(InstanceOperations.InBinOnly) && !Kind.States.IsInBin(Kind.StateOf(found[id]))))];
        string[] open = [.. left.Except(OutOfLimit, StringComparer.Ordinal)];
        InUse = [.. open.Where(id => change.Operation.Releases && !releasesInUse && IsInUse(found[id]))];
        ToSend = [.. open.Except(InUse, StringComparer.Ordinal).Select(id => found[id])];

        // The operation does not record the state at the time of the request: somebody may have begun to use the thing since.
        bool IsInUse(ZecObject thing) => Kind.States.IsInUse(Kind.StateOf(thing));

        bool IsDone(string id)
        {
            var settle = change.Operation.Settle;
            var thing = found.TryGetValue(id, out var there) ? there : null;
            if (thing is not null && change.Parameters.TryGetValue("Purge", out var purge) && purge is true)
            {
                return false;
            }

            // What is not there was released only where that was asked of this account for certain.
            if (thing is null && !(_left[id].IsUnknown && _left[id].IsAccountSure))
            {
                return false;
            }

            // A state that a thing only passes through shows that a request was carried out, and not whose it was.
            return (!NeverRepeats || _left[id].IsUnknown)
                && settle.Judge(null, settle.Read(Kind, thing)) == Fate.Took;
        }
    }
}
