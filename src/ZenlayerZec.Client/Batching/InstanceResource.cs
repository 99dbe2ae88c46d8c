using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Paging;

namespace ZenlayerZec.Client.Batching;

/// <summary>Instances. Their states come from the light listing; a look at their names has to read them whole.</summary>
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

    public async Task<IReadOnlyDictionary<string, string?>> LookAsync(
        ZecClient client, ZecCallOptions call, IReadOnlyList<string> ids, string? field, CancellationToken cancellationToken)
    {
        return field == Name
            ? await FindAsync(new InstanceLister(client, call), new DescribeInstancesRequest(), item => item.InstanceName).ConfigureAwait(false)
            : await FindAsync(new InstanceStatusLister(client, call), new DescribeInstancesStatusRequest(), item => item.Status)
                .ConfigureAwait(false);

        async Task<IReadOnlyDictionary<string, string?>> FindAsync<TFilter, TItem>(
            IdLister<TFilter, TItem> lister, TFilter filter, Func<TItem, string?> value)
        {
            var found = await lister.FindAsync(ids, filter, cancellationToken).ConfigureAwait(false);
            return found.ToDictionary(item => item.Key, item => value(item.Value), StringComparer.Ordinal);
        }
    }
}
