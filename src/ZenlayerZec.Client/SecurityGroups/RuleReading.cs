using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.SecurityGroups;

/// <summary>Reads the rules of a security group.</summary>
internal static class RuleReading
{
    /// <summary>The code of rules that cannot all be read.</summary>
    public const string UnknownCode = "SecurityGroupRulesUnknown";

    /// <summary>Reads the rules, as far as they can be read.</summary>
    public static async Task<IReadOnlyList<ZecSecurityGroupRule>> ReadAsync(ZecClient client, string groupId, ZecCallOptions call, CancellationToken stop)
        => Of(await AskAsync(client, groupId, call.WithEveryOddValue(call.OddValue), stop).ConfigureAwait(false), groupId, client);

    /// <summary>Reads the rules for a change, which writes all of them back: what is missing here would be lost.</summary>
    /// <exception cref="ZecServiceException">Not all of them can be read.</exception>
    public static async Task<IReadOnlyList<ZecSecurityGroupRule>> WholeAsync(ZecClient client, string groupId, ZecCallOptions call, CancellationToken stop)
    {
        var isOdd = false;
        var answer = await AskAsync(client, groupId, call.WithEveryOddValue(_ => isOdd = true), stop).ConfigureAwait(false);
        var rules = Of(answer, groupId, client);

        // A group without rules has two empty lists. An answer without either says nothing.
        return !isOdd && (answer.IngressRuleList ?? answer.EgressRuleList) is not null && rules.Count == CountOf(answer) && rules.All(IsWhole) ? rules : throw Unknown(groupId);
    }

    /// <summary>The failure of a change where not all rules can be read.</summary>
    public static ZecServiceException Unknown(string groupId) => new(
        ZecErrorKind.InvalidAnswer,
        UnknownCode,
        $"The rules of the security group {groupId} cannot all be read, and those that cannot would be lost. Nothing was sent for it. "
            + $"Set-ZecSecurityGroupRule -SecurityGroupId {groupId} -Rule replaces them all.");

    /// <summary>The failure of a change that would replace all rules of a group by a part of them.</summary>
    /// <param name="groupId">The ID of the security group.</param>
    /// <param name="given">How many of its rules are there.</param>
    /// <param name="count">How many rules it had.</param>
    public static ZecServiceException Partial(string groupId, int given, int count) => new(
        ZecErrorKind.Refused,
        "SecurityGroupRulesPartial",
        $"Only {given} of the {count} rules of the security group {groupId} {(given == 1 ? "is" : "are")} in the pipeline, and the others would be lost. "
            + "Nothing was sent for it. Remove-ZecSecurityGroupRule removes rules; "
            + $"Set-ZecSecurityGroupRule -SecurityGroupId {groupId} -Rule replaces them all.");

    /// <summary>
    /// What keeps rules that were not read of a group, such as rows of a file, from replacing its rules: they may be a part of what the file has.
    /// </summary>
    public static ZecServiceException Unconfirmed(string groupId, int given) => new(
        ZecErrorKind.Refused,
        "SecurityGroupRulesUnconfirmed",
        $"The security group {groupId} would have no other rules than the {given} in the pipeline, which were not read of it, "
            + "and may be a part of those of a file. Nothing was sent for it. Give -ReplaceAll if they are all rules of the group; Add-ZecSecurityGroupRule adds rules.");

    private static Task<DescribeSecurityGroupRuleResponse> AskAsync(ZecClient client, string groupId, ZecCallOptions call, CancellationToken stop) => client.ReadAsync(
        ZecActions.DescribeSecurityGroupRule,
        new DescribeSecurityGroupRuleRequest { SecurityGroupId = groupId },
        call,
        CountOf,
        stop);

    private static int CountOf(DescribeSecurityGroupRuleResponse answer) => (answer.IngressRuleList?.Count ?? 0) + (answer.EgressRuleList?.Count ?? 0);

    private static IReadOnlyList<ZecSecurityGroupRule> Of(DescribeSecurityGroupRuleResponse answer, string groupId, ZecClient client)
    {
        var reading = new Reading(client);
        var (index, all) = (0, CountOf(answer));
        return [.. In(answer.IngressRuleList, ZecSecurityGroupRule.Ingress), .. In(answer.EgressRuleList, ZecSecurityGroupRule.Egress)];

        IEnumerable<ZecSecurityGroupRule> In(IReadOnlyList<ZecSecurityGroupRule?>? list, string direction)
        {
            foreach (var rule in (list ?? []).OfType<ZecSecurityGroupRule>())
            {
                (rule.SecurityGroupId, rule.Reading, rule.Origin) = (groupId, reading, new RuleOrigin(groupId, index++, all));
                rule.Direction ??= direction;
                yield return rule;
            }
        }
    }

    /// <summary>Whether a rule says what the service would take for everything where it is left out.</summary>
    private static bool IsWhole(ZecSecurityGroupRule rule) => !string.IsNullOrEmpty(rule.Protocol) && !string.IsNullOrEmpty(rule.CidrIp);
}
