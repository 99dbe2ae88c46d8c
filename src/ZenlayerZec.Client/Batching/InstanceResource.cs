using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Paging;

namespace ZenlayerZec.Client.Batching;

/// <summary>Instances. Their states come from the light listing; a look at their names or their tags has to read them whole.</summary>
internal sealed class InstanceResource : IResource
{
    /// <summary>The field of an instance's name.</summary>
    public const string Name = "instanceName";

    private InstanceResource()
    {
    }

    /// <summary>The only one: it has no state.</summary>
    public static InstanceResource Instance { get; } = new();

    public string Noun => "instance";

    public string NotFoundCode => "InstanceNotFound";

    public string ServiceNotFoundCode => ServiceErrors.InstanceNotFound;

    public int MostIds => DescribeInstancesStatusRequest.MaximumInstanceIds;

    public bool IsInUse(string state) => InstanceStatus.Same(state, InstanceStatus.Running)
        || InstanceStatus.Same(state, InstanceStatus.Booting)
        || InstanceStatus.Same(state, InstanceStatus.Reboot);

    public bool IsInBin(string state) => InstanceStatus.Same(state, InstanceStatus.Recycle);

    public Task<IReadOnlyDictionary<string, Standing>> StandAsync(
        ZecClient client, ZecCallOptions call, IReadOnlyList<string> ids, bool withTags, CancellationToken cancellationToken) => withTags
        ? FindAsync(
            new InstanceLister(client, call),
            ids,
            new DescribeInstancesRequest(),
            item => new Standing(item.Status, item.AreTagsUnknown ? null : item.Tags),
            cancellationToken)
        : FindAsync(
            new InstanceStatusLister(client, call), ids, new DescribeInstancesStatusRequest(), item => new Standing(item.Status, Tags: null), cancellationToken);

    public Task<IReadOnlyDictionary<string, string?>> LookAsync(
        ZecClient client, ZecCallOptions call, IReadOnlyList<string> ids, string? field, CancellationToken cancellationToken) => field == Name
        ? FindAsync(new InstanceLister(client, call), ids, new DescribeInstancesRequest(), item => item.InstanceName, cancellationToken)
        : FindAsync(new InstanceStatusLister(client, call), ids, new DescribeInstancesStatusRequest(), item => item.Status, cancellationToken);

    private static async Task<IReadOnlyDictionary<string, TValue>> FindAsync<TFilter, TItem, TValue>(
        IdLister<TFilter, TItem> lister, IReadOnlyList<string> ids, TFilter filter, Func<TItem, TValue> value, CancellationToken cancellationToken)
    {
        var found = await lister.FindAsync(ids, filter, cancellationToken).ConfigureAwait(false);
        return found.ToDictionary(item => item.Key, item => value(item.Value), StringComparer.Ordinal);
    }
}
