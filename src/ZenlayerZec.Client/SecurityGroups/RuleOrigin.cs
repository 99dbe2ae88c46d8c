using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.SecurityGroups;

/// <summary>
/// Where a rule was read. A script may change the rule, and leaves this: so a part of the rules of a group is told from all of them.
/// </summary>
/// <param name="GroupId">The ID of the security group.</param>
/// <param name="Index">Which of its rules it was.</param>
/// <param name="Count">How many rules the group had, those that could not be read among them.</param>
internal sealed record RuleOrigin(string GroupId, int Index, int Count)
{
    /// <summary>Whether some of the rules were read of a group.</summary>
    public static bool IsAnyOf(IEnumerable<ZecSecurityGroupRule> rules, string groupId) => rules.Any(rule => rule.Origin?.GroupId == groupId);

    /// <summary>How many of the rules that were read of a group are among others, and how many there were; null where all are there.</summary>
    public static (int Given, int Count)? MissingIn(IEnumerable<ZecSecurityGroupRule> rules, string groupId)
    {
        RuleOrigin[] read = [.. rules.Select(rule => rule.Origin).OfType<RuleOrigin>().Where(origin => origin.GroupId == groupId)];
        var (given, count) = (read.Select(origin => origin.Index).Distinct().Count(), read.Select(origin => origin.Count).DefaultIfEmpty().Max());
        return given < count ? (given, count) : null;
    }
}
