using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Costs;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands.ReleasePlan;

/// <summary>
/// <para type="synopsis">Says what a release of instances would take with it, what would stay, and what both cost.</para>
/// <para type="description">Nothing is changed. Equal questions are asked once, and several at a time. The API names no currency.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZecReleasePlan", DefaultParameterSetName = ObjectSet, HelpUri = OnlineHelp.Pages + "Get-ZecReleasePlan.md")]
[OutputType(typeof(ZecReleasePlan), typeof(ZecReleasePlanItem))]
public sealed class GetZecReleasePlanCommand : ThingCmdlet
{
    /// <summary>The parameter set of plans.</summary>
    private const string PlanSet = "Plan";

    private const string Activity = "Planning the release of instances";

    /// <summary>What is read in so few steps needs no progress.</summary>
    private const int FewItems = 1000;

    private const int FewPrices = 20;

    private readonly List<(ZecClient Client, string Id, ZecInstance? Read, bool Keeps)> _asked = [];
    private readonly HashSet<(string Account, string Id)> _seen = [];
    private readonly List<ZecDependent> _protected = [];
    private bool _isShown;

    /// <summary><para type="description">The instances, as Get-ZecInstance returns them, or rows that name them.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(InstanceArgumentCompleter))]
    [ObjectOf(typeof(ZecInstance), RefusesResults = true, RefusesOthers = true, Leaves = typeof(ZecReleasePlan))]
    public ZecInstance[] InputObject { get; set; } = [];

    /// <summary><para type="description">The IDs of the instances.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    [IdOf(typeof(ZecInstance), RefusesResults = true, RefusesOthers = true, Leaves = typeof(ZecReleasePlan))]
    [ValidateId(typeof(ZecInstance))]
    public string[] InstanceId { get; set; } = [];

    /// <summary><para type="description">Plans to make again, as this cmdlet returned them. Each is for the same release, so that what was kept is kept, unless
    /// -KeepDependentResource is given.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PlanSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ObjectArgumentCompleter))]
    [PlanObject]
    public ZecReleasePlan[] Plan { get; set; } = [];

    /// <summary><para type="description">Plans a release with -KeepDependentResource, which keeps the elastic IPs other than a default one, the detachable
    /// disks and the secondary network interfaces.</para></summary>
    [Parameter]
    public SwitchParameter KeepDependentResource { get; set; }

    /// <summary><para type="description">Asks for no prices, which saves their requests and their rights.</para></summary>
    [Parameter]
    public SwitchParameter NoPrice { get; set; }

    /// <summary><para type="description">Returns one row for each thing that goes or stays, instead of one plan for each instance.</para></summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    /// <summary><para type="description">The maximum number of concurrent requests. The default is the connection's limit.</para></summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int? ThrottleLimit { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == IdSet)
        {
            foreach (var id in InstanceId)
            {
                Take(Client, id, read: null, KeepDependentResource);
            }

            return;
        }

        foreach (var plan in ParameterSetName == PlanSet ? Plan : [])
        {
            if (ClientOf(InstanceKind.Kind, plan.Instance) is { } client)
            {
                var isTold = MyInvocation.BoundParameters.ContainsKey(nameof(KeepDependentResource));
                Take(client, plan.InstanceId, read: null, isTold ? KeepDependentResource : plan.KeepDependentResource);
            }
        }

        foreach (var instance in ParameterSetName == ObjectSet ? InputObject : [])
        {
            if (ClientOf(InstanceKind.Kind, instance) is { } client)
            {
                Take(client, instance.InstanceId, IsFresh(client, instance) ? instance : null, KeepDependentResource);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var call = ReadingCall();
        var accounts = _asked.GroupBy(asked => (asked.Client, asked.Keeps)).ToArray();
        for (var i = 0; i < accounts.Length; i++)
        {
            var account = accounts[i];
            try
            {
                var client = account.Key.Client;
                var instances = Read(client, call, [.. account]);
                var reader = new ReleasePlanReader(client, call) { KeepDependentResource = account.Key.Keeps, NoPrice = NoPrice, Progress = ShowProgress };
                var plans = Wait(stop => reader.ReadAsync(instances, stop));
                EndProgress();
                foreach (var plan in plans)
                {
                    NoteProtected(plan);
                    WriteObject(Detailed ? ZecReleasePlanItem.Of(plan) : plan, enumerateCollection: true);
                }
            }
            catch (ZecException failure)
            {
                string[] left = [.. accounts.Skip(i).SelectMany(asked => asked).Select(asked => asked.Id)];
                ThrowTerminatingError(ErrorRecords.From(failure, left, $"The release of {InstanceKind.Kind.Count(left.Length)} could not be planned:", InstanceKind.Kind));
            }
        }

        WarnOfProtected();
    }

    /// <inheritdoc/>
    private protected override ZecCallOptions Call()
    {
        var call = base.Call();
        call.ThrottleLimit = ThrottleLimit;
        return call;
    }

    /// <summary>
    /// Whether an object says how the instance stands now: it was read whole, and just now, and nothing was sent for it since. Every instance that was
    /// read has a boot disk or an interface.
    /// </summary>
    private static bool IsFresh(ZecClient client, ZecInstance instance) => instance is { SystemDisk: not null } or { Nics.Count: > 0 }
        && instance.Reading is { } reading
        && reading.Age <= FirstLook.Fresh
        && !client.SentTo(InstanceKind.Kind).IsChangedSince(instance.InstanceId, reading.Arrived);

    /// <summary>Notes what has a protected tag. What goes with a protected instance is as safe as that.</summary>
    private void NoteProtected(ZecReleasePlan plan)
    {
        ZecDependent[] all = [.. plan.Goes.Where(thing => thing.ProtectedTag is not null)];
        _protected.AddRange(all.Any(thing => thing.Id == plan.InstanceId) ? all.Where(thing => thing.Id == plan.InstanceId) : all);
    }

    /// <summary>Says what a release would not do, or would do though a tag seems to speak against it.</summary>
    private void WarnOfProtected()
    {
        var kinds = ZecKindCount.Of(_protected).ToDictionary(one => Dependents.ResourceOf(one.Kind), one => one.Count);
        if (kinds.TryGetValue(InstanceKind.Kind, out var instances))
        {
            var (has, them, their) = instances == 1 ? ("has", "it", "its plan is") : ("have", "them", "their plans are");
            WriteWarning(
                $"{InstanceKind.Kind.Count(instances)} {has} a protected tag. Remove-ZecInstance skips {them} without -IncludeProtected, but {their} for a release.");
        }

        string[] others = [.. kinds.Where(one => one.Key != InstanceKind.Kind).Select(one => one.Key.Count(one.Value))];
        if (others.Length > 0)
        {
            WriteWarning($"A protected tag is on some of what would go with its instance: {string.Join(", ", others)}. Remove-ZecInstance skips such an instance by its plan, "
                + "but not without a plan. The property ProtectedTag of what goes says which they are.");
        }
    }

    private void Take(ZecClient client, string id, ZecInstance? read, bool keeps)
    {
        if (_seen.Add((client.Options.Account, id)))
        {
            _asked.Add((client, id, read, keeps));
        }
    }

    /// <summary>The instances as they are now; an error for each that is not there.</summary>
    private List<ZecInstance> Read(ZecClient client, ZecCallOptions call, IReadOnlyList<(ZecClient Client, string Id, ZecInstance? Read, bool Keeps)> asked)
    {
        string[] ids = [.. asked.Where(one => one.Read is null).Select(one => one.Id)];
        var lister = InstanceKind.List.Lister(client, call);
        lister.Progress = (read, total) => ShowProgress(InstanceKind.Kind.Plural, read, total);
        var found = ids.Length == 0
            ? new Dictionary<string, ZecInstance>()
            : Wait(stop => lister.FindAsync(ids, new DescribeInstancesRequest(), stop));
        foreach (var id in ids.Where(id => !found.ContainsKey(id)))
        {
            WriteError(ErrorRecords.NotFound(
                InstanceKind.Kind.NotFoundCode, $"There is no instance {id} in the account {client.Options.Account}, or it is gone already.", id));
        }

        return [.. asked.Select(one => one.Read ?? (found.TryGetValue(one.Id, out var instance) ? instance : null)).OfType<ZecInstance>()];
    }

    private void ShowProgress(string what, int read, int total) => Post(() =>
    {
        if (total > (what == ReleasePlanReader.Prices ? FewPrices : FewItems))
        {
            _isShown = true;
            WriteProgress(new ProgressRecord(0, Activity, $"Reading {what}: {read} of {total}") { PercentComplete = (int)Math.Min(100, 100L * read / total) });
        }
    });

    private void EndProgress()
    {
        if (_isShown)
        {
            WriteProgress(new ProgressRecord(0, Activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }
}
