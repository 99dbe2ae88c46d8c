using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Paging;

namespace ZenlayerZec.Client.SecurityGroups;

/// <summary>Security groups as what has rules: a look at one reads them, too, so that a change of rules is settled as any other change.</summary>
internal static class RuledGroupKind
{
    /// <summary>The kind.</summary>
    public static TypedKind<ZecSecurityGroup> Kind { get; } = new(
        SecurityGroupKind.Kind.Noun,
        new RuledGroupList(),
        group => group.SecurityGroupId,
        (id, name, _) => new ZecSecurityGroup { SecurityGroupId = id, SecurityGroupName = name })
    {
        Plural = SecurityGroupKind.Kind.Plural,
        Name = group => group.SecurityGroupName,
        ServiceNotFoundCode = SecurityGroupKind.Kind.ServiceNotFoundCode,
    };

    private sealed class RuledGroupList : KindList
    {
        public override async Task<IReadOnlyDictionary<string, ZecObject>> FindAsync(
            ZecClient client, ZecCallOptions call, IReadOnlyList<string> ids, CancellationToken cancellationToken, Action<int, int>? progress = null)
        {
            var listed = await SecurityGroupKind.List.FindAsync(client, call, ids, cancellationToken, progress).ConfigureAwait(false);
            ZecSecurityGroup[] groups = [.. listed.Values.Cast<ZecSecurityGroup>()];
            var found = new Dictionary<string, ZecObject>(StringComparer.Ordinal);
            await Concurrently.RunAsync(groups.Length, client.LimitOf(call), (index, token) => ReadAsync(client, call, groups[index], token), Take, cancellationToken)
                .ConfigureAwait(false);
            return found;

            bool Take(ZecSecurityGroup? group)
            {
                if (group is not null)
                {
                    found.Add(group.SecurityGroupId, group);
                }

                return true;
            }
        }

        public override Task<IReadOnlyList<ZecObject>> FirstPageAsync(ZecClient client, ZecCallOptions call) => SecurityGroupKind.List.FirstPageAsync(client, call);

        /// <returns>The group with its rules, without them where not all can be read; null where it is gone since it was listed.</returns>
        private static async Task<ZecSecurityGroup?> ReadAsync(ZecClient client, ZecCallOptions call, ZecSecurityGroup group, CancellationToken stop)
        {
            try
            {
                group.Rules = await RuleReading.WholeAsync(client, group.SecurityGroupId, call, stop).ConfigureAwait(false);
            }
            catch (ZecServiceException failure) when (failure.Code == SecurityGroupKind.Kind.ServiceNotFoundCode)
            {
                return null;
            }
            catch (ZecServiceException failure) when (failure.Code == RuleReading.UnknownCode)
            {
                group.Rules = null;
            }

            return group;
        }
    }
}
