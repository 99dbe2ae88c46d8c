using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Paging;
using ZenlayerZec.Completion;
using ZenlayerZec.Connection;
using ZenlayerZec.Errors;
using ZenlayerZec.Filters;

namespace ZenlayerZec.Commands.Bases;

/// <summary>
/// The base of the cmdlets that list instances or look them up by ID. It is not a generic class: a cmdlet whose base names a type of the
/// client cannot be inspected before the client is loaded, and an import inspects the cmdlets first.
/// </summary>
public abstract class ListCmdlet : GraphCmdlet
{
    /// <summary>The parameter set of a listing.</summary>
    private protected const string ListSet = "List";

    /// <summary>A list of at most one page needs no progress.</summary>
    private const int OnePage = 1000;
    private const string Activity = "Listing instances";

    private readonly LookUpList _asked = new();
    private bool _isShown;

    /// <summary><para type="description">The IDs of the instances. An ID that does not exist is an error, and the others are returned.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    [InstanceId]
    [ValidateInstanceId]
    public string[] InstanceId { get; set; } = [];

    /// <summary><para type="description">The instances, as Get-ZecInstance returns them, or rows that name them; each is looked up in the
    /// account that it was read from.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ObjectArgumentCompleter))]
    [InstanceObject]
    public ZecInstance[] InputObject { get; set; } = [];

    /// <summary><para type="description">Results of the cmdlets that change instances, orders of New-ZecInstance, or operations of
    /// Get-ZecOperation. All their instances are looked up, in the account of each.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = OperationSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ObjectArgumentCompleter))]
    [OperationObject]
    public ZecOperation[] Operation { get; set; } = [];

    /// <summary><para type="description">The maximum number of concurrent requests. The default is the connection's limit.</para></summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int? ThrottleLimit { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName != ListSet)
        {
            TakeNamed();
        }

        switch (ParameterSetName)
        {
            case IdSet:
                foreach (var id in InstanceId)
                {
                    _asked.Add(client: null, id);
                }

                break;
            case ObjectSet:
                foreach (var instance in InputObject)
                {
                    Take(instance.Account, () => ClientOf(instance), [instance.InstanceId]);
                }

                break;
            case OperationSet:
                foreach (var operation in Operation)
                {
                    Take(operation.Account, () => ClientOf(operation), operation.Ids);
                }

                break;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            if (!_asked.IsEmpty)
            {
                LookUp();
            }

            if (HasObjects || AsksForAll)
            {
                List();
            }
        }
        catch (ZecException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, null, $"The instances{OfListed} could not be listed:"));
        }
    }

    /// <summary>Warns of states that the API does not document.</summary>
    private protected void WarnOfUnknown(IEnumerable<string>? states)
    {
        foreach (var warning in UnknownValues.Warnings("state of an instance", states?.Where(state => !InstanceStatus.All.Contains(InstanceStatus.Named(state))), InstanceStatus.All))
        {
            WriteWarning(warning);
        }
    }

    /// <summary>Lists and emits.</summary>
    private protected abstract void List();

    /// <summary>Looks up and emits.</summary>
    private protected abstract void LookUp();

    /// <summary>Lists what matches a filter, and emits it when all accounts have been read.</summary>
    /// <returns>All that matches, also what -Skip leaves out; null where the list was not read to its end.</returns>
    private protected IReadOnlyList<TItem>? List<TRequest, TItem>(
        Func<ZecClient, IdLister<TRequest, TItem>> listerOf, Func<ZecClient, ItemFilter<TRequest, TItem>> filterFor, Func<TItem, object>? emitted = null)
    {
        var wanted = Math.Min(int.MaxValue, PagingParameters.Skip + (decimal)PagingParameters.First);
        var items = new List<TItem>();
        var total = 0;
        var isExact = true;
        foreach (var client in Listed(Sources))
        {
            var filter = filterFor(client);
            var lister = listerOf(client);
            lister.Progress = ShowProgress;
            var missing = (int)wanted - items.Count;

            // What is tested only here is counted only here, and for that everything has to be read.
            var isWhole = wanted == int.MaxValue || (PagingParameters.IncludeTotalCount && !filter.IsExact);
            var list = isWhole
                ? Wait(cancellation => lister.ListAsync(filter.Request, cancellation))
                : Wait(cancellation => lister.TakeAsync(filter.Request, missing, filter.IsExact ? null : filter.Matches, cancellation));
            EndProgress();
            if (!list.IsSettled)
            {
                WriteWarning(
                    $"Instances{OfListed} were created or released during every attempt to read the list. New instances may be missing.");
            }

            TItem[] matching = [.. list.Items.Where(filter.Matches)];
            items.AddRange(matching);
            isExact &= isWhole ? list.IsSettled : matching.Length == list.Items.Count;
            total += isWhole ? matching.Length : list.TotalCount;
            if (items.Count >= wanted && !PagingParameters.IncludeTotalCount)
            {
                break;
            }
        }

        Emit(items.ConvertAll(item => emitted is null ? item! : emitted(item)), total, isExact ? 1.0 : 0.0);
        return items.Count < wanted ? items : null;
    }

    /// <summary>Looks instances up and emits those that exist, in the order of their IDs, account by account.</summary>
    private protected void LookUp<TRequest, TItem>(Func<ZecClient, IdLister<TRequest, TItem>> listerOf, TRequest filter)
    {
        ZecClient[] inUse = _asked.HasText ? [.. Connections.Select(connection => connection.Client)] : [];
        ZecClient[] clients = [.. inUse, .. _asked.Own.Where(own => inUse.All(client => client.Options.Account != own.Options.Account))];
        var items = new List<TItem>();
        var found = new HashSet<(string Account, string Id)>();
        foreach (var client in clients)
        {
            var account = client.Options.Account;
            var ids = _asked.In(account, inUse.Contains(client));
            NowListed = clients.Length > 1 ? account : null;
            var lister = listerOf(client);
            lister.Progress = ShowProgress;
            var there = Wait(cancellation => lister.FindAsync(ids, filter, cancellation));
            EndProgress();
            items.AddRange(ids.Where(there.ContainsKey).Select(id => there[id]));
            found.UnionWith(there.Keys.Select(id => (account, id)));
        }

        Emit(items, items.Count, accuracy: 1.0);
        foreach (var (account, id) in _asked.Missing(found, [.. inUse.Select(client => client.Options.Account)]))
        {
            var where = clients.Length == 1 ? "this account" : account is null && inUse.Length > 1 ? $"the accounts {string.Join(", ", Connections)}" : $"the account {account ?? inUse[0].Options.Account}";
            WriteError(ErrorRecords.NotFound("InstanceNotFound", $"There is no instance {id} in {where}, or it is gone already.", id));
        }
    }

    /// <summary>What does not say its account may be in any of the connections in use, as an ID may.</summary>
    private void Take(string? account, Func<ZecClient?> clientOf, IReadOnlyList<string> ids)
    {
        var client = account is null ? null : clientOf();
        if (account is not null && client is null)
        {
            return;
        }

        foreach (var id in ids)
        {
            _asked.Add(client, id);
        }
    }

    /// <inheritdoc/>
    private protected override ZecCallOptions Call()
    {
        var call = base.Call();
        call.ThrottleLimit = ThrottleLimit;
        return call;
    }

    private void Emit<T>(List<T> items, int totalCount, double accuracy)
    {
        if (PagingParameters.IncludeTotalCount)
        {
            WriteObject(PagingParameters.NewTotalCount((ulong)totalCount, accuracy));
        }

        var skip = (int)Math.Min((ulong)items.Count, PagingParameters.Skip);
        var first = (int)Math.Min((ulong)(items.Count - skip), PagingParameters.First);
        for (var i = skip; i < skip + first; i++)
        {
            WriteObject(items[i]);
        }
    }

    private void ShowProgress(int read, int total) => Post(() =>
    {
        if (total > OnePage)
        {
            _isShown = true;
            WriteProgress(new ProgressRecord(0, Activity, $"{read} of {total}") { PercentComplete = (int)Math.Min(100, 100L * read / total) });
        }
    });

    /// <summary>A limited list ends before everything is read, and its progress would stay on the screen.</summary>
    private void EndProgress()
    {
        if (_isShown)
        {
            WriteProgress(new ProgressRecord(0, Activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }
}
