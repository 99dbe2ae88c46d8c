using System.Collections;
using System.Management.Automation;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Completion;

/// <summary>Completes an instance's name, among the first thousand instances, such that a wildcard in it stands for itself.</summary>
internal sealed class InstanceNameCompleter : AccountCompleter
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Suggestion>> SuggestAsync(ZecConnection connection, IDictionary bound)
        => [.. (await connection.Catalogue.InstancesAsync().ConfigureAwait(false))
            .Where(instance => !string.IsNullOrEmpty(instance.InstanceName))
            .GroupBy(instance => instance.InstanceName!, StringComparer.Ordinal)
            .Select(same => new Suggestion(
                WildcardPattern.Escape(same.Key),
                Detail: same.Count() == 1 ? $"{same.First().Status}, {same.First().InstanceId}" : $"{same.Count()} instances"))];
}
