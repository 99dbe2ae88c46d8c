using System.Collections;
using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Paging;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Lists instances, or looks them up by ID.</para>
/// <para type="description">Reads the whole list before it emits the first instance, unless -First bounds it: what the pipeline does
/// with the instances then cannot move the pages that are still to be read.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZecInstance", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(ZecInstance))]
public sealed class GetZecInstanceCommand : ZecCmdlet
{
    private const string ListSet = "List";
    private const string IdSet = "Id";

    private readonly List<string> _instanceIds = [];

    /// <summary><para type="description">The instances' IDs. One that is not there is an error, and the others are emitted.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [InstanceId]
    [ValidateInstanceId]
    public string[] InstanceId { get; set; } = [];

    /// <summary><para type="description">Names, with wildcards; any of them.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <summary><para type="description">The state, such as RUNNING or STOPPED.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    public string? Status { get; set; }

    /// <summary><para type="description">The zone.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    public string? ZoneId { get; set; }

    /// <summary><para type="description">The image that the instances were made from.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    public string? ImageId { get; set; }

    /// <summary><para type="description">An IPv4 address.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    public string? IPv4Address { get; set; }

    /// <summary><para type="description">An IPv6 address.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    public string? IPv6Address { get; set; }

    /// <summary><para type="description">The resource group.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    public string? ResourceGroupId { get; set; }

    /// <summary><para type="description">Tags that the instances have, all of them: @{env='dev'}.</para></summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    public Hashtable? Tag { get; set; }

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
        try
        {
            // An empty pipeline asked for nothing. Taken for "no filter", it would list, and feed on, the whole account.
            if (ParameterSetName == IdSet || MyInvocation.ExpectingInput)
            {
                LookUp([.. _instanceIds.Distinct(StringComparer.Ordinal)]);
            }
            else
            {
                List();
            }
        }
        catch (ZecException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, null, "The instances could not be listed:"));
        }
    }

    private void LookUp(string[] ids)
    {
        if (ids.Length == 0)
        {
            return;
        }

        var lister = Lister();
        var found = Wait(cancellation => lister.FindAsync(ids, cancellation));
        Emit([.. ids.Where(found.ContainsKey).Select(id => found[id])], found.Count);
        foreach (var missing in ids.Where(id => !found.ContainsKey(id)))
        {
            WriteError(new ErrorRecord(
                new ItemNotFoundException($"There is no instance {missing} in this account, or it is gone already."),
                "InstanceNotFound",
                ErrorCategory.ObjectNotFound,
                missing));
        }
    }

    private void List()
    {
        var filter = new InstanceFilter(Name, Tag)
        {
            Status = Status,
            ZoneId = ZoneId,
            ImageId = ImageId,
            IPv4Address = IPv4Address,
            IPv6Address = IPv6Address,
            ResourceGroupId = ResourceGroupId,
        };
        var lister = Lister();
        var request = filter.Request();
        var wanted = Math.Min(int.MaxValue, PagingParameters.Skip + (decimal)PagingParameters.First);
        var list = wanted < int.MaxValue
            ? Wait(cancellation => lister.TakeAsync(request, (int)wanted, filter.IsExact ? null : filter.Matches, cancellation))
            : Wait(cancellation => lister.ListAsync(request, cancellation));
        if (!list.IsSettled)
        {
            WriteWarning(
                "Instances came or went at every look at the list. What was seen and is still there is listed; something new may be missing.");
        }

        Emit([.. list.Instances.Where(filter.Matches)], list.TotalCount, filter.IsExact ? 1.0 : 0.0);
    }

    private void Emit(IReadOnlyList<ZecInstance> instances, int totalCount, double accuracy = 1.0)
    {
        if (PagingParameters.IncludeTotalCount)
        {
            WriteObject(PagingParameters.NewTotalCount((ulong)totalCount, accuracy));
        }

        var skip = (int)Math.Min((ulong)instances.Count, PagingParameters.Skip);
        var first = (int)Math.Min((ulong)(instances.Count - skip), PagingParameters.First);
        for (var i = skip; i < skip + first; i++)
        {
            WriteObject(instances[i]);
        }
    }

    private InstanceLister Lister()
    {
        var call = Call();
        call.ThrottleLimit = ThrottleLimit;
        return new InstanceLister(Client, call)
        {
            Progress = (read, total) => Post(() =>
            {
                if (total > DescribeInstancesRequest.MaximumPageSize)
                {
                    WriteProgress(new ProgressRecord(0, "Listing instances", $"{read} of {total}")
                    {
                        PercentComplete = (int)Math.Min(100, 100L * read / total),
                        RecordType = read < total ? ProgressRecordType.Processing : ProgressRecordType.Completed,
                    });
                }
            }),
        };
    }
}
