using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.SecurityGroups;

/// <summary>Compares rules, and sets of them: by what they mean, whatever their order and their spelling.</summary>
internal static class RuleSets
{
    /// <summary>Rules that let the same packets through in the same way are one rule, whatever is written about them.</summary>
    public static IEqualityComparer<ZecSecurityGroupRule> ByMeaning { get; } = new Comparer(withDescription: false);

    /// <summary>Rules that are alike in all that they say.</summary>
    public static IEqualityComparer<ZecSecurityGroupRule> ByAll { get; } = new Comparer(withDescription: true);

    /// <summary>Whether two sets are the same.</summary>
    public static bool Same(IReadOnlyList<ZecSecurityGroupRule> one, IReadOnlyList<ZecSecurityGroupRule> other) => TextOf(one) == TextOf(other);

    /// <summary>A set as one text, which only the same set has.</summary>
    public static string TextOf(IReadOnlyList<ZecSecurityGroupRule> rules) => rules.Count == 0
        ? "no rules"
        : string.Join("; ", rules.Select(rule => string.Join(" ", Comparer.Key(rule, withDescription: true))).Distinct().OrderBy(text => text, StringComparer.Ordinal));

    private sealed class Comparer(bool withDescription) : IEqualityComparer<ZecSecurityGroupRule>
    {
        public bool Equals(ZecSecurityGroupRule? x, ZecSecurityGroupRule? y)
            => x is null || y is null ? x == y : Key(x, withDescription).SequenceEqual(Key(y, withDescription), StringComparer.Ordinal);

        public int GetHashCode(ZecSecurityGroupRule obj) => StringComparer.Ordinal.GetHashCode(string.Join("\n", Key(obj, withDescription)));

        /// <summary>The values that tell a rule from others. One port is a range of one, and what the API fills in is filled in.</summary>
        public static string[] Key(ZecSecurityGroupRule rule, bool withDescription) =>
        [
            Small(rule.Direction),
            Small(rule.Protocol),
            rule.PortRange is { } ports && !ports.Contains('/') ? $"{ports}/{ports}" : rule.PortRange ?? string.Empty,
            Small(rule.CidrIp),
            $"{rule.Priority ?? ZecSecurityGroupRule.DefaultPriority}",
            Small(rule.Policy ?? ZecSecurityGroupRule.Accept),
            withDescription ? rule.Description ?? string.Empty : string.Empty,
        ];

        private static string Small(string? text) => text?.ToLowerInvariant() ?? string.Empty;
    }
}
