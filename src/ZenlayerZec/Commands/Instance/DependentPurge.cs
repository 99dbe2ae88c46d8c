using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Costs;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;

namespace ZenlayerZec.Commands.Instance;

/// <summary>The things of one kind that were those of released instances, and how they are deleted permanently.</summary>
internal sealed class DependentPurge
{
    private readonly Func<ZecObject, (string? InstanceId, string? Other)> _held;
    private readonly Dictionary<string, (string Owner, bool IsOwnerGone)> _owners = new(StringComparer.Ordinal);

    /// <param name="kind">The kind.</param>
    /// <param name="release">How one is released; in the recycle bin, the same destroys it.</param>
    /// <param name="words">How that is spoken of.</param>
    /// <param name="held">The instance that one is attached to, and what else; null where it is to none.</param>
    public DependentPurge(ResourceKind kind, WriteOperation release, ActionWords words, Func<ZecObject, (string? InstanceId, string? Other)> held)
    {
        Kind = kind;
        Words = words;
        _held = held;
        Operation = BinPurge.Of(release, Holder);
    }

    /// <summary>The kind.</summary>
    public ResourceKind Kind { get; }

    /// <summary>How the deletion is spoken of.</summary>
    public ActionWords Words { get; }

    /// <summary>The second release.</summary>
    public WriteOperation Operation { get; }

    /// <summary>The IDs of the things.</summary>
    public IReadOnlyList<string> Ids => [.. _owners.Keys];

    /// <summary>The command that does it by hand: it asks about each thing that is in the recycle bin.</summary>
    /// <param name="ids">The IDs, as an argument.</param>
    public string Command(string ids)
    {
        var id = Kind.IdName;
        return $"{Kind.GetCommand} {ids} | Where-Object Status -eq {Kind.States.Bin} | "
            + $"ForEach-Object {{ Invoke-ZecApi {Operation.Action} @{{ {char.ToLowerInvariant(id[0])}{id.Substring(1)} = $_.{id} }} }}";
    }

    /// <summary>Takes the things of instances.</summary>
    /// <param name="things">The things, each with the instance that it was of.</param>
    /// <param name="gone">The instances that are gone, and not in the recycle bin.</param>
    public void Take(IEnumerable<(string Owner, ZecDependent Thing)> things, ICollection<string> gone)
    {
        foreach (var (owner, thing) in things)
        {
            _owners[thing.Id] = (owner, gone.Contains(owner));
        }
    }

    /// <summary>Whether a thing is on its way out, or has not parted from its instance yet, which is gone.</summary>
    /// <param name="thing">The thing.</param>
    public bool IsOnItsWay(ZecObject thing)
    {
        var state = Kind.StateOf(thing);
        return !Kind.States.IsInBin(state) && (Kind.States.IsOnWayOut(state) || (IsOfGone(thing) && Kind.States.IsInUse(state)));
    }

    /// <summary>What a thing is attached to; nothing where that is only the instance that it was of, and which is gone.</summary>
    private string? Holder(ZecObject thing)
    {
        var (instance, other) = _held(thing);
        return !string.IsNullOrEmpty(instance) && !IsOfGone(thing) ? $"the instance {instance}"
            : string.IsNullOrEmpty(other) ? null : other;
    }

    private bool IsOfGone(ZecObject thing)
        => _owners.TryGetValue(Kind.IdOf(thing), out var owner) && owner.IsOwnerGone && _held(thing).InstanceId == owner.Owner;
}
