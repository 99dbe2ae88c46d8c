using System.Collections;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Completion;

/// <summary>
/// Completes an instance's ID, by ID or by name. Of an account with over a thousand instances it knows the first thousand: the service
/// finds no IDs by their beginning, and nobody chooses from more.
/// </summary>
internal sealed class InstanceIdCompleter : AccountCompleter
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Suggestion>> SuggestAsync(ZecConnection connection, IDictionary bound)
        => [.. (await connection.Catalogue.InstancesAsync().ConfigureAwait(false))
            .Select(instance => new Suggestion(instance.InstanceId, instance.InstanceName, $"{instance.Status}, {instance.ZoneId}"))];
}
