using System.Collections;
using System.Management.Automation;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Costs;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;
using ZenlayerZec.Errors;
using ZenlayerZec.Filters;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Lists the disks, elastic IPs, network interfaces and snapshots that nobody uses, with what they cost.</para>
/// <para type="description">Nothing is changed. Each of the objects goes on to the Remove- cmdlet of its kind. The prices are those of the same things
/// ordered today; the API names no currency.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZecUnused", HelpUri = OnlineHelp.Pages + "Get-ZecUnused.md")]
[OutputType(typeof(ZecUnused), typeof(ZecUnusedSummary))]
public sealed class GetZecUnusedCommand : ZecCmdlet
{
    private readonly Dictionary<ResourceKind, int> _ageless = [];

    /// <summary><para type="description">The kinds to list. The default is all of them.</para></summary>
    [Parameter(Position = 0)]
    [ValidateSet("Disk", "Eip", "Nic", "Snapshot")]
    public string[]? Kind { get; set; }

    /// <summary><para type="description">Only what was created before this time.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public DateTimeOffset? CreatedBefore { get; set; }

    /// <summary><para type="description">Tags that the things must have: @{env='dev'}. Several values of a tag are alternatives, and may have wildcards.
    /// Snapshots have no tags, so that none is listed.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(DiskTagCompleter))]
    [ValidateNotNullOrEmpty]
    public Hashtable? Tag { get; set; }

    /// <summary><para type="description">Asks for no prices, which takes fewer requests.</para></summary>
    [Parameter]
    public SwitchParameter NoPrice { get; set; }

    /// <summary><para type="description">Returns how many there are of each kind and what they cost together, by unit of time, in place of the things.</para></summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <summary><para type="description">The maximum number of concurrent requests. The default is the connection's limit.</para></summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int? ThrottleLimit { get; set; }

    private protected override bool TakesSeveralConnections => true;

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var tags = Tag is null ? null : new TagFilter(Tag, int.MaxValue);
        var kinds = UnusedReader.Kinds.Where(one => Kind is null || Kind.Contains(one.Kind.Stem, StringComparer.OrdinalIgnoreCase)).ToArray();
        if (tags is not null && kinds.Any(one => !one.Kind.HasTags))
        {
            kinds = [.. kinds.Where(one => one.Kind.HasTags)];
            WriteWarning("Snapshots have no tags: -Tag leaves them out.");
        }

        foreach (var client in Listed())
        {
            var reader = new UnusedReader(client, ReadingCall());
            var lists = Wait(stop => reader.ListAsync(kinds, stop));
            var wanted = lists.ToDictionary(list => list.Kind, list => Wanted(list, tags));
            var things = Priced(reader, [.. lists.SelectMany(list => wanted[list.Kind])]);
            if (Summary)
            {
                Summarize(client, things, lists);
            }
            else
            {
                WriteObject(things, enumerateCollection: true);
            }
        }

        foreach (var (kind, count) in _ageless.Select(one => (one.Key, one.Value)))
        {
            WriteWarning($"{kind.Count(count)} left out: -CreatedBefore needs the time of the creation, which the service does not say.");
        }
    }

    /// <inheritdoc/>
    private protected override ZecCallOptions Call()
    {
        var call = base.Call();
        call.ThrottleLimit = ThrottleLimit;
        return call;
    }

    /// <summary>What of a list was asked for; tells why there is none.</summary>
    private ZecObject[] Wanted(UnusedList list, TagFilter? tags)
    {
        if (list.Failure is { } failure)
        {
            var error = ErrorRecords.From(failure, list.Kind.Stem, $"The {list.Kind.Plural}{OfListed} could not be listed:", list.Kind);

            // A right may be missing for one kind and not for another; what else fails every request fails those for the other kinds, too.
            if (failure.FailsEveryRequest && failure.Kind != ZecErrorKind.Permission)
            {
                ThrowTerminatingError(error);
            }

            WriteError(error);
        }
        else if (!list.Found.IsSettled)
        {
            WriteWarning(
                $"{list.Kind.TitlePlural}{OfListed} were created or released during every attempt to read the list. New {list.Kind.Plural} may be missing.");
        }

        return [.. list.Found.Items.Where(thing => tags is null || (list.Kind.TagsOf(thing) is { } has && tags.Match(has))).Where(thing => IsOldEnough(list.Kind, thing))];
    }

    private bool IsOldEnough(ResourceKind kind, ZecObject thing)
    {
        if (CreatedBefore is null)
        {
            return true;
        }

        var created = UnusedReader.CreateTimeOf(thing);
        if (created == ZecInstance.UnknownCreateTime)
        {
            _ageless[kind] = _ageless.TryGetValue(kind, out var count) ? count + 1 : 1;
            return false;
        }

        return created < CreatedBefore;
    }

    private IReadOnlyList<ZecUnused> Priced(UnusedReader reader, IReadOnlyList<ZecObject> things)
    {
        if (NoPrice || things.Count == 0)
        {
            return UnusedReader.Unpriced(things);
        }

        try
        {
            return Wait(stop => reader.PriceAsync(things, stop));
        }
        catch (ZecException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, null, $"There are no prices{OfListed}:"));
            throw;
        }
    }

    /// <summary>Emits the sums. A kind that could not be read has none: 0 would say that nothing of it is unused.</summary>
    private void Summarize(ZecClient client, IReadOnlyList<ZecUnused> things, IReadOnlyList<UnusedList> lists)
    {
        var reading = new Reading(client);
        foreach (var list in lists.Where(list => list.Failure is null))
        {
            WriteObject(new ZecUnusedSummary(list.Kind.Stem, [.. things.Where(thing => thing.Kind == list.Kind.Stem)], reading));
        }
    }
}
