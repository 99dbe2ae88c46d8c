using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.SecurityGroups;

/// <summary>A change of the rules of a group, as it is planned: what was read, and what is to be written in its place.</summary>
/// <param name="Read">The rules that were there; null where not all of them could be read.</param>
/// <param name="Wanted">All rules that are to be there.</param>
internal sealed record RuleChange(IReadOnlyList<ZecSecurityGroupRule>? Read, IReadOnlyList<ZecSecurityGroupRule> Wanted)
{
    /// <summary>The rules that come.</summary>
    public IReadOnlyList<ZecSecurityGroupRule> Coming => [.. Wanted.Except(Read ?? [], RuleSets.ByAll)];

    /// <summary>The rules that go.</summary>
    public IReadOnlyList<ZecSecurityGroupRule> Going => [.. (Read ?? []).Except(Wanted, RuleSets.ByAll)];

    /// <summary>Whether the rules are as they are to be.</summary>
    public bool IsNothing => Read is not null && RuleSets.Same(Read, Wanted);

    /// <summary>Which rules come, which go, and how many stay, such as <c>1 comes (ingress tcp 443/443 from 0.0.0.0/0), 3 stay</c>.</summary>
    public string InWords
    {
        get
        {
            var (coming, going) = (Coming, Going);
            var stays = Wanted.Count - coming.Count;
            string?[] parts =
            [
                Named(coming, "comes", "come"),
                Read is null ? "those that it has go" : Named(going, "goes", "go"),
                stays > 0 ? $"{stays} {(stays == 1 ? "stays" : "stay")}" : Wanted.Count == 0 ? "none is left" : null,
            ];
            return string.Join(", ", parts.OfType<string>());
        }
    }

    /// <summary>All rules are replaced.</summary>
    public static RuleChange Set(IReadOnlyList<ZecSecurityGroupRule>? read, IReadOnlyList<ZecSecurityGroupRule> given)
        => new(read, [.. given.Distinct(RuleSets.ByMeaning)]);

    /// <summary>Rules are added; one that is there already stays as it is.</summary>
    public static RuleChange Add(IReadOnlyList<ZecSecurityGroupRule> read, IReadOnlyList<ZecSecurityGroupRule> given)
        => new(read, [.. read, .. given.Except(read, RuleSets.ByMeaning)]);

    /// <summary>Rules are taken away.</summary>
    public static RuleChange Remove(IReadOnlyList<ZecSecurityGroupRule> read, IReadOnlyList<ZecSecurityGroupRule> given)
    {
        var gone = new HashSet<ZecSecurityGroupRule>(given, RuleSets.ByMeaning);
        return new(read, [.. read.Where(rule => !gone.Contains(rule))]);
    }

    private static string? Named(IReadOnlyList<ZecSecurityGroupRule> rules, string one, string several)
        => rules.Count == 0 ? null : $"{rules.Count} {(rules.Count == 1 ? one : several)} ({string.Join("; ", rules)})";
}
