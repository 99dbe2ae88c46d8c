using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Costs;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Text;
using ZenlayerZec.Client.Waiting;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Commands.Instance;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands;

/// <content>What comes after the release: the second one of what lies in the recycle bins, and the commands for what stays.</content>
public sealed partial class RemoveZecInstanceCommand
{
    /// <summary>So many IDs stand in a command that is shown.</summary>
    private const int MostNamed = 10;

    private readonly Dictionary<(ZecClient Client, string Id), InstanceDependents> _told = [];
    private readonly List<ZecDependent> _kept = [];
    private readonly List<ZecUnknownDependent> _unknown = [];

    private protected override void Prepare(ZecClient client, IReadOnlyList<WriteItem> items)
    {
        // Plans have named them.
        if (!(KeepDependentResource || PurgeDependentResource) || items.All(item => _known.PlanOf(client, item.Id) is not null))
        {
            return;
        }

        string? lack;
        try
        {
            lack = Wait(stop => _known.ReadEipsAsync(client, Call(), items, stop));
        }
        catch (ZecException failure)
        {
            // What was asked for is the release: it goes on, and what is not known is told as that.
            lack = failure.Message;
        }

        if (lack is not null)
        {
            WriteWarning(VisibleText.Of(
                $"The elastic IPs of the instances are not known, so that {(PurgeDependentResource ? "none of them will be deleted permanently" : "the results will not name those that stay")}. {lack}"));
        }
    }

    private protected override void Note(ZecClient client, ZecBatchResult result)
    {
        // Only what is kept, or deleted from the bins afterwards, is spoken of: a release of many instances need not make up the rest.
        if (!(_keepsAny || PurgeDependentResource))
        {
            return;
        }

        foreach (var one in result.Dependents)
        {
            _told[(client, one.Key)] = one.Value;
            _kept.AddRange(one.Value.Kept);
            _unknown.AddRange(one.Value.Unknown);
        }
    }

    private protected override void Follow(ZecClient client, string[] succeeded)
    {
        if (!Waits || succeeded.Length == 0)
        {
            return;
        }

        // A whole look has shown some of these in the recycle bin; another comes directly before the request that destroys them.
        var arrived = WaitFor(client, succeeded, Goal);
        var gone = new HashSet<string>(arrived.Where(arrival => arrival.Status is null).Select(arrival => arrival.ArrivedId), StringComparer.Ordinal);
        if (Purge)
        {
            gone.UnionWith(Destroy(client, [.. arrived.Where(arrival => arrival.Status is not null)]));
        }

        if (PurgeDependentResource)
        {
            PurgeDependents(client, succeeded, [.. arrived.Select(arrival => arrival.ArrivedId)], gone);
        }
    }

    /// <summary>Releases again what lies in the recycle bin.</summary>
    /// <returns>The IDs of what is gone then.</returns>
    private IReadOnlyList<string> Destroy(ZecClient client, IReadOnlyList<Arrival> inBin)
    {
        if (inBin.Count == 0)
        {
            return [];
        }

        // What goes with the instances was told with their first release, and is what was asked for then.
        var (keeping, releasing) = (Again(keeps: true), Again(keeps: false));
        List<WriteItem> items =
        [
            .. inBin.Select(arrival => new WriteItem(arrival.ArrivedId)
            {
                Operation = (_known.PlanOf(client, arrival.ArrivedId)?.KeepDependentResource ?? KeepDependentResource) ? keeping : releasing,
            }.ReadAs(arrival.Status, reading: null)),
        ];
        return [.. Send([new KeyValuePair<ZecClient, List<WriteItem>>(client, items)])
            .Where(sent => sent.Ids.Length > 0)
            .SelectMany(sent => WaitFor(sent.Client, sent.Ids, InstanceGoal.Gone))
            .Select(arrival => arrival.ArrivedId)];
    }

    private WriteOperation Again(bool keeps) => InstanceOperations.Release(dependentResources: !keeps, Purge, IncludeProtected, PurgeDependentResource);

    /// <summary>Deletes permanently what lies in the recycle bins of that which was known as an instance's own before its release.</summary>
    private void PurgeDependents(ZecClient client, string[] succeeded, HashSet<string> released, HashSet<string> gone)
    {
        string[] waiting = [.. succeeded.Where(id => !released.Contains(id))];
        if (waiting.Length > 0)
        {
            WriteWarning(VisibleText.Of(
                $"The disks and elastic IPs of {BatchReports.Named(Kind, waiting)} were not deleted permanently, because the release has not ended yet."));
        }

        var owners = released.Where(id => _told.ContainsKey((client, id)))
            .SelectMany(id => _told[(client, id)].Released, (id, thing) => (Owner: id, Thing: thing))
            .ToLookup(one => one.Thing.Kind);
        var disks = new DependentPurge(
            DiskKind.Kind,
            DiskOperations.Remove(IncludeProtected),
            new ActionWords("Deleting disks permanently", "deleted permanently", "DiskNotReleased"),
            thing => (((ZecDisk)thing).AttachedInstanceId, null));
        var eips = new DependentPurge(
            EipKind.Kind,
            EipOperations.Remove(IncludeProtected),
            new ActionWords("Deleting elastic IPs permanently", "deleted permanently", "EipNotReleased"),
            thing => (((ZecEip)thing).AttachedInstanceId, ((ZecEip)thing).AssociatedId));
        foreach (var purge in new[] { disks, eips })
        {
            purge.Take(owners[purge.Kind.Stem], gone);
            if (purge.Ids.Count > 0 && !Stopping)
            {
                Carry(purge, client);
            }
        }

        ZecUnknownDependent[] unknown = [.. released.Where(id => _told.ContainsKey((client, id))).SelectMany(id => _told[(client, id)].Unknown)
            .Where(one => one.Kind != InstanceDependents.Nic)];
        if (unknown.Length > 0)
        {
            WriteWarning(VisibleText.Of($"Some disks or elastic IPs are not known, so that they were not deleted permanently: {unknown[0]}."
                + $"{(unknown.Length > 1 ? $" And {unknown.Length - 1} more, which UnknownDependents of the results has." : string.Empty)}"));
        }
    }

    /// <summary>Looks at things until each is where its release leads, and then destroys those that lie in the recycle bin.</summary>
    private void Carry(DependentPurge purge, ZecClient client)
    {
        var reports = new BatchReports(purge.Words, purge.Operation);
        try
        {
            var found = Wait(stop => purge.Kind.List.FindAsync(client, Call(), purge.Ids, stop));
            string[] going = [.. found.Where(one => purge.IsOnItsWay(one.Value)).Select(one => one.Key)];
            var arrived = going.Length == 0 ? [] : WaitFor(client, going, WaitGoal.Released(purge.Kind));
            string[] gone =
            [
                .. purge.Ids.Where(id => !found.ContainsKey(id)),
                .. arrived.Where(arrival => arrival.Status is null).Select(arrival => arrival.ArrivedId),
            ];
            if (gone.Length > 0)
            {
                WriteObject(new ZecBatchResult(purge.Operation.Action, 0, client) { SucceededIds = gone, Options = purge.Operation.Options });
            }

            List<WriteItem> items = [.. purge.Ids.Except(gone, StringComparer.Ordinal).Select(id => new WriteItem(id))];
            if (items.Count == 0)
            {
                return;
            }

            foreach (var (_, destroyed) in Send([new KeyValuePair<ZecClient, List<WriteItem>>(client, items)], reports))
            {
                if (destroyed.Length > 0)
                {
                    WaitFor(client, destroyed, WaitGoal.Gone(purge.Kind));
                }
            }
        }
        catch (ZecException failure)
        {
            failure.Aftermath = failure.Aftermath == Aftermath.Unknown ? Aftermath.NotCarriedOut : failure.Aftermath;
            var result = new ZecBatchResult(purge.Operation.Action, 0, client) { FailedIds = purge.Ids.ToArray(), Options = purge.Operation.Options, Error = failure };
            WriteObject(result);
            WriteError(ErrorRecords.From(failure, purge.Ids.ToArray(), $"The {purge.Kind.Plural} could not be read. None was deleted permanently.", purge.Kind));
        }
    }

    /// <summary>The commands that remove what stays: a release that keeps things leaves them to be thought of later.</summary>
    private void TellKept()
    {
        if (IsWhatIf || Stopping || _kept.Count == 0)
        {
            return;
        }

        string[] commands =
        [
            .. Commands(InstanceDependents.Disk, DiskKind.Kind),
            .. Commands(InstanceDependents.Eip, EipKind.Kind),
            .. Commands(InstanceDependents.Nic, NicKind.Kind),
        ];
        if (commands.Length > 0)
        {
            var unknown = _unknown.Any(one => one.Kind == InstanceDependents.Eip) ? " Get-ZecEip -Unused lists the elastic IPs that are not known by their IDs." : string.Empty;
            Say(VisibleText.Of($"What stays continues to cost. To remove it later: {string.Join("; ", commands)}.{unknown}"));
        }
    }

    private IEnumerable<string> Commands(string name, ResourceKind kind)
    {
        string[] ids = [.. _kept.Where(thing => thing.Kind == name).Select(thing => thing.Id)];
        if (ids.Length > 0)
        {
            yield return $"Remove-{kind.Type.Name} -{kind.IdName} "
                + (ids.Length <= MostNamed ? string.Join(", ", ids) : $"($results.KeptDependents | Where-Object Kind -eq {name}).Id");
        }
    }
}
