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
using ZenlayerZec.Connection;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands;

/// <content>The permanent deletion of what went with the instances, and what is said where the command ends before it.</content>
public sealed partial class RemoveZecInstanceCommand
{
    /// <summary>The disks and elastic IPs that are in a result, or that the record has as never sent.</summary>
    private readonly HashSet<(ZecClient Client, string Kind, string Id)> _settled = [];

    /// <summary>Those that are in a run, which records what it does not send.</summary>
    private readonly HashSet<(ZecClient Client, string Kind, string Id)> _recorded = [];

    private static DependentPurge[] Purges(bool includeProtected) =>
    [
        new DependentPurge(
            DiskKind.Kind,
            DiskOperations.Remove(includeProtected),
            new ActionWords("Deleting disks permanently", "deleted permanently", "DiskNotReleased"),
            thing => (((ZecDisk)thing).AttachedInstanceId, null)),
        new DependentPurge(
            EipKind.Kind,
            EipOperations.Remove(includeProtected),
            new ActionWords("Deleting elastic IPs permanently", "deleted permanently", "EipNotReleased"),
            thing => (((ZecEip)thing).AttachedInstanceId, Other((ZecEip)thing))),
    ];

    /// <summary>What an elastic IP is bound to beside the instance that it names; the interface that it is bound by is a part of that.</summary>
    private static string? Other(ZecEip eip) => eip.AttachedInstanceId is { Length: > 0 }
        && (eip.AssociatedId == eip.NicId || eip.AssociatedType is null or "" || eip.AssociatedType.Equals("NIC", StringComparison.OrdinalIgnoreCase))
        ? null
        : eip.AssociatedId;

    /// <summary>Deletes permanently what lies in the recycle bins of that which was attached to an instance directly before its release.</summary>
    private void PurgeDependents(ZecClient client, HashSet<string> released, HashSet<string> gone)
    {
        var owners = released.Where(id => _told.ContainsKey((client, id)))
            .SelectMany(id => _told[(client, id)].Released, (id, thing) => (Owner: id, Thing: thing))
            .ToLookup(one => one.Thing.Kind);
        foreach (var purge in Purges(IncludeProtected))
        {
            var name = purge.Kind.Stem;
            foreach (var unread in owners[name].GroupBy(one => _known.Attached.FailureOf(client, one.Owner, name)))
            {
                if (unread.Key is { } failure)
                {
                    TellFailed(purge, client, [.. unread.Select(one => one.Thing.Id)], failure, "could not be read directly before the release of their instances");
                }
            }

            purge.Take(owners[name].Where(one => _known.Attached.IsAttached(client, one.Owner, one.Thing)), gone);
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
                Tell(new ZecBatchResult(purge.Operation.Action, 0, client) { SucceededIds = gone, Options = purge.Operation.Options });
            }

            List<WriteItem> items = [.. purge.Ids.Except(gone, StringComparer.Ordinal).Select(id => new WriteItem(id))];
            if (items.Count == 0)
            {
                return;
            }

            _recorded.UnionWith(items.Select(item => (client, purge.Kind.Stem, item.Id)));
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
            TellFailed(purge, client, [.. purge.Ids], failure, "could not be read");
        }
    }

    private void TellFailed(DependentPurge purge, ZecClient client, string[] ids, ZecException failure, string why)
    {
        Tell(new ZecBatchResult(purge.Operation.Action, 0, client) { FailedIds = ids, Options = purge.Operation.Options, Error = failure });
        WriteError(ErrorRecords.From(failure, ids, $"{purge.Kind.Count(ids.Length)} {why}. None was deleted permanently.", purge.Kind));
    }

    /// <summary>Tells what was done without a request, and records it as a run does.</summary>
    private void Tell(ZecBatchResult result)
    {
        ZecProcess.Current.Operations.Add(new ZecOperation(result, Call().Origin));
        Settled(result);
        WriteObject(result);
    }

    /// <summary>The last record of what was not deleted permanently, as an expression.</summary>
    private string Recorded(ZecClient client, WriteOperation operation) => $"(Get-ZecOperation | Where-Object {{ $_.Action -eq '{operation.Action}' "
        + $"-and $_.Options -eq '{operation.Options}' -and $_.Outcome -eq '{ZecOperation.NeverSentOutcome}'{OfAccount(client)} }})[-1]";

    private void Settled(ZecBatchResult result)
    {
        var kind = AllKinds.OfAction(result.Action)!.Stem;
        foreach (var ids in new[] { result.SucceededIds, result.FailedIds, result.UnknownIds, result.SkippedIds })
        {
            _settled.UnionWith(ids.Select(id => (result.Client, kind, id)));
        }
    }

    /// <summary>Names what was to be deleted permanently and was not, since the command ended before, and says the command that does it.</summary>
    private void TellNotPurged(bool isWhole)
    {
        if (!PurgeDependentResource)
        {
            return;
        }

        var released = _told.SelectMany(told => told.Value.Released, (told, thing) => (told.Key.Client, told.Key.Id, Thing: thing));
        foreach (var account in released.GroupBy(one => one.Client))
        {
            var (client, names, commands) = (account.Key, new List<string>(), new List<string>());
            foreach (var purge in Purges(IncludeProtected))
            {
                string[] left =
                [
                    .. account.Where(one => one.Thing.Kind == purge.Kind.Stem && _known.Attached.IsAttached(client, one.Id, one.Thing))
                        .Select(one => one.Thing.Id)
                        .Distinct(StringComparer.Ordinal)
                        .Where(id => !_settled.Contains((client, purge.Kind.Stem, id))),
                ];
                if (left.Length == 0)
                {
                    continue;
                }

                string[] unrecorded = [.. left.Where(id => !_recorded.Contains((client, purge.Kind.Stem, id)))];
                if (unrecorded.Length > 0)
                {
                    ZecProcess.Current.Operations.Add(ZecOperation.NeverSent(client, purge.Operation, unrecorded, Call().Origin));
                }

                names.Add(BatchReports.Named(purge.Kind, left));
                commands.Add(purge.Command(Listed(left, Recorded(client, purge.Operation), "Ids")));
            }

            if (names.Count > 0)
            {
                TellAtEnd(
                    VisibleText.Of(
                        $"These were not deleted permanently after the release of their instances{InAccount(client)}: {string.Join(" and ", names)}. "
                        + $"What is in a recycle bin leaves it by itself. To delete it now, run: {string.Join("; ", commands)}"),
                    isWhole);
            }
        }
    }
}
