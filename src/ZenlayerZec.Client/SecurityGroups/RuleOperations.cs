using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Client.SecurityGroups;

/// <summary>
/// Changes of the rules of security groups. The service takes all rules of a group at once: a rule that somebody else has added since they were read
/// would be lost without a word. So they are read again directly before they are written, and a group with others by then is left alone.
/// </summary>
internal static class RuleOperations
{
    private const string Action = "ConfigureSecurityGroupRules";

    /// <summary>What stands for a change that was not planned: it sends nothing.</summary>
    public static WriteOperation Unplanned { get; } = new(
        Action, RuledGroupKind.Kind, (_, _, _, _, _, _) => throw new InvalidOperationException("No rules are planned."), SettleBy(string.Empty))
    {
        BatchSize = 1,
    };

    /// <summary>ConfigureSecurityGroupRules. Written twice, the rules are the same.</summary>
    /// <param name="change">The rules.</param>
    public static WriteOperation Configure(RuleChange change) => new(
        Action,
        RuledGroupKind.Kind,
        AttemptAt(change),
        SettleBy(RuleSets.TextOf(change.Wanted)))
    {
        BatchSize = 1,
        Repeat = Repeat.AfterFreshLook,
    };

    /// <summary>All changes of a run read a group alike, since they share their looks.</summary>
    private static Settle SettleBy(string rules)
        => Settle.WhenEquals<ZecSecurityGroup>(group => group.Rules is { } read ? RuleSets.TextOf(read) : "rules that cannot be read", rules);

    private static Attempt AttemptAt(RuleChange change)
    {
        var write = WriteOperation.AttemptAtOne(
            ZecActions.ConfigureSecurityGroupRules, id => new ConfigureSecurityGroupRulesRequest { SecurityGroupId = id, Rules = change.Wanted });
        return async (client, call, ids, number, sending, stop) =>
        {
            if (change.Read is { } read)
            {
                await CheckAsync(client, call, ids[0], read, stop).ConfigureAwait(false);
            }

            return await write(client, call, ids, number, sending, stop).ConfigureAwait(false);
        };
    }

    /// <summary>Ends the attempt where the rules are no longer those that the change was planned for.</summary>
    private static async Task CheckAsync(ZecClient client, ZecCallOptions call, string id, IReadOnlyList<ZecSecurityGroupRule> read, CancellationToken stop)
    {
        IReadOnlyList<ZecSecurityGroupRule> now;
        try
        {
            now = await RuleReading.WholeAsync(client, id, call, stop).ConfigureAwait(false);
        }
        catch (ZecException failure) when (failure.OutcomeUnknown)
        {
            // Only a read failed: nothing was changed.
            failure.Aftermath = Aftermath.NotCarriedOut;
            throw;
        }

        if (!RuleSets.Same(now, read))
        {
            throw new ZecServiceException(
                ZecErrorKind.Refused,
                "SecurityGroupRulesChanged",
                $"Somebody else has changed the rules of the security group {id} since they were read. Nothing was sent for it. Look at them, then run the command again.");
        }
    }
}
