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
/// What every cmdlet has that lists instances, or looks them up by ID. Not a generic class: a cmdlet whose base names a type of the
/// client could not be looked at before the client is loaded, and an import would have to load it.
/// </summary>
public abstract class ListCmdlet : ZecCmdlet
{
    /// <summary>The parameters of a listing.</summary>
    private protected const string ListSet = "List";

    /// <summary>Those of a look-up.</summary>
    private protected const string IdSet = "Id";

    /// <summary>Fewer than these are there at once, and need no progress.</summary>
    private const int OnePage = 1000;
    private const string Activity = "Listing instances";

    private readonly List<string> _instanceIds = [];
    private bool _isShown;

    /// <summary><para type="description">The instances' IDs. One that is not there is an error, and the others are emitted.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    [InstanceId]
    [ValidateInstanceId]
    public string[] InstanceId { get; set; } = [];

    /// <summary><para type="description">How many requests may be on their way at once; by default as many as the connection allows.</para></summary>
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
            // An empty pipeline asked for nothing. Taken for "no filter", it would list, and feed on, the whole account.
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
            ThrowTerminatingError(ErrorRecords.From(failure, null, "The instances could not be listed:"));
        }
    }

    /// <summary>Lists and emits.</summary>
    private protected abstract void List();

    /// <summary>Looks up and emits.</summary>
    private protected abstract void LookUp(string[] ids);

    /// <summary>Lists what a filter lets through, and emits it.</summary>
    private protected void List<TRequest, TItem>(
        IdLister<TRequest, TItem> lister, ItemFilter<TRequest, TItem> filter, Func<TItem, object>? emitted = null)
    {
        lister.Progress = ShowProgress;
        var wanted = Math.Min(int.MaxValue, PagingParameters.Skip + (decimal)PagingParameters.First);
        var list = wanted < int.MaxValue
            ? Wait(cancellation => lister.TakeAsync(filter.Request, (int)wanted, filter.IsExact ? null : filter.Matches, cancellation))
            : Wait(cancellation => lister.ListAsync(filter.Request, cancellation));
        EndProgress();
        if (!list.IsSettled)
        {
            WriteWarning(
                "Instances came or went at every look at the list. What was seen and is still there is listed; something new may be missing.");
        }

        TItem[] items = [.. list.Items.Where(filter.Matches)];
        var isExact = filter.IsExact && items.Length == list.Items.Count;
        Emit([.. items.Select(item => emitted is null ? (object)item! : emitted(item))], list.TotalCount, isExact ? 1.0 : 0.0);
    }

    /// <summary>Looks instances up, and emits those that are there in the order of their IDs.</summary>
    private protected void LookUp<TRequest, TItem>(IdLister<TRequest, TItem> lister, string[] ids, TRequest filter)
    {
        lister.Progress = ShowProgress;
        var found = Wait(cancellation => lister.FindAsync(ids, filter, cancellation));
        EndProgress();
        Emit([.. ids.Where(found.ContainsKey).Select(id => found[id])], found.Count, accuracy: 1.0);
        foreach (var missing in ids.Where(id => !found.ContainsKey(id)))
        {
            WriteError(ErrorRecords.NotFound("InstanceNotFound", $"There is no instance {missing} in this account, or it is gone already.", missing));
        }
    }

    /// <inheritdoc/>
    private protected override ZecCallOptions Call()
    {
        var call = base.Call();
        call.ThrottleLimit = ThrottleLimit;
        return call;
    }

    private void Emit<T>(IReadOnlyList<T> items, int totalCount, double accuracy)
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

    /// <summary>A list that is bounded ends before all is read, and its progress would stay while the pipeline goes on.</summary>
    private void EndProgress()
    {
        if (_isShown)
        {
            WriteProgress(new ProgressRecord(0, Activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }
}
