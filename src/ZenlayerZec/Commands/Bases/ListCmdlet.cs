using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Paging;
using ZenlayerZec.Completion;
using ZenlayerZec.Errors;
using ZenlayerZec.Filters;

namespace ZenlayerZec.Commands.Bases;

/// <summary>
/// The base of the cmdlets that list instances or look them up by ID. It is not a generic class: a cmdlet whose base names a type of the
/// client cannot be inspected before the client is loaded, and an import inspects the cmdlets first.
/// </summary>
public abstract class ListCmdlet : ZecCmdlet
{
    /// <summary>The parameter set of a listing.</summary>
    private protected const string ListSet = "List";

    /// <summary>The parameter set of a look-up.</summary>
    private protected const string IdSet = "Id";

    /// <summary>A list of at most one page needs no progress.</summary>
    private const int OnePage = 1000;
    private const string Activity = "Listing instances";

    private readonly List<string> _instanceIds = [];
    private bool _isShown;

    /// <summary><para type="description">The IDs of the instances. An ID that does not exist is an error, and the others are returned.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    [InstanceId]
    [ValidateInstanceId]
    public string[] InstanceId { get; set; } = [];

    /// <summary><para type="description">The maximum number of concurrent requests. The default is the connection's limit.</para></summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int? ThrottleLimit { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == IdSet)
        {
            _instanceIds.AddRange(InstanceId);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        string[] ids = [.. _instanceIds.Distinct(StringComparer.Ordinal)];
        try
        {
            // An empty pipeline asked for nothing. Taken as "no filter", it would list the whole account and pipe it on.
            if (ParameterSetName != IdSet && !MyInvocation.ExpectingInput)
            {
                List();
            }
            else if (ids.Length > 0)
            {
                LookUp(ids);
            }
        }
        catch (ZecException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, null, $"The instances{OfListed} could not be listed:"));
        }
    }

    /// <inheritdoc/>
    private protected override bool TakesSeveralConnections => true;

    /// <summary>Lists and emits.</summary>
    private protected abstract void List();

    /// <summary>Looks up and emits.</summary>
    private protected abstract void LookUp(string[] ids);

    /// <summary>Lists what matches a filter, and emits it when all accounts have been read.</summary>
    private protected void List<TRequest, TItem>(
        Func<ZecClient, IdLister<TRequest, TItem>> listerOf, ItemFilter<TRequest, TItem> filter, Func<TItem, object>? emitted = null)
    {
        var wanted = Math.Min(int.MaxValue, PagingParameters.Skip + (decimal)PagingParameters.First);
        var items = new List<TItem>();
        var total = 0;
        var isExact = filter.IsExact;
        foreach (var connection in Listed())
        {
            var lister = listerOf(connection.Client);
            lister.Progress = ShowProgress;
            var missing = (int)wanted - items.Count;
            var list = wanted < int.MaxValue
                ? Wait(cancellation => lister.TakeAsync(filter.Request, missing, filter.IsExact ? null : filter.Matches, cancellation))
                : Wait(cancellation => lister.ListAsync(filter.Request, cancellation));
            EndProgress();
            if (!list.IsSettled)
            {
                WriteWarning(
                    $"Instances{OfListed} were created or released during every attempt to read the list. New instances may be missing.");
            }

            TItem[] matching = [.. list.Items.Where(filter.Matches)];
            items.AddRange(matching);
            isExact &= matching.Length == list.Items.Count;
            total += list.TotalCount;
            if (items.Count >= wanted && !PagingParameters.IncludeTotalCount)
            {
                break;
            }
        }

        Emit(items.ConvertAll(item => emitted is null ? item! : emitted(item)), total, isExact ? 1.0 : 0.0);
    }

    /// <summary>Looks instances up and emits those that exist, in the order of their IDs, account by account.</summary>
    private protected void LookUp<TRequest, TItem>(Func<ZecClient, IdLister<TRequest, TItem>> listerOf, string[] ids, TRequest filter)
    {
        var items = new List<TItem>();
        var missing = new HashSet<string>(ids, StringComparer.Ordinal);
        foreach (var connection in Listed())
        {
            var lister = listerOf(connection.Client);
            lister.Progress = ShowProgress;
            var found = Wait(cancellation => lister.FindAsync(ids, filter, cancellation));
            EndProgress();
            items.AddRange(ids.Where(found.ContainsKey).Select(id => found[id]));
            missing.ExceptWith(found.Keys);
        }

        Emit(items, items.Count, accuracy: 1.0);
        var where = Connections.Count == 1 ? "this account" : $"the accounts {string.Join(", ", Connections)}";
        foreach (var id in ids.Where(missing.Contains))
        {
            WriteError(ErrorRecords.NotFound("InstanceNotFound", $"There is no instance {id} in {where}, or it is gone already.", id));
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
