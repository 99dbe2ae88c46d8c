using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.SecurityGroups;
using ZenlayerZec.Client.Text;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands.SecurityGroupRule;

/// <summary>
/// The base of the cmdlets that change rules of security groups. The service takes all rules of a group at once, so that those that are there are
/// read first: the question and -WhatIf say which come and which go. Rules from the pipeline are collected by their groups.
/// </summary>
public abstract class RuleCmdlet : WriteCmdlet
{
    /// <summary>The parameter set of rules that name their groups.</summary>
    private protected const string RuleSet = "Rule";

    private readonly Dictionary<(string Account, string Id), (ZecClient Client, List<ZecSecurityGroupRule> Rules)> _given = [];
    private readonly Dictionary<string, RuleChange?> _changes = new(StringComparer.Ordinal);
    private bool _lacksRules;

    /// <summary><para type="description">The IDs of the security groups.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(SecurityGroupIdCompleter))]
    [IdOf(typeof(ZecSecurityGroup), RefusesResults = true, RefusesOthers = true, LeavesRules = true)]
    [ValidateId(typeof(ZecSecurityGroup))]
    public string[] SecurityGroupId { get; set; } = [];

    /// <summary><para type="description">The security groups, as Get-ZecSecurityGroup returns them, or rows that name them.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(SecurityGroupArgumentCompleter))]
    [ObjectOf(typeof(ZecSecurityGroup), RefusesResults = true, RefusesOthers = true, LeavesRules = true)]
    public ZecSecurityGroup[] InputObject { get; set; } = [];

    /// <summary>What the parameter for rules has.</summary>
    private protected abstract ZecSecurityGroupRule[] Rules { get; }

    /// <summary>Whether the rules that are given replace all that a group has, so that one that is missing among them would be lost.</summary>
    private protected virtual bool ReplacesAll => false;

    /// <summary>Whether the rules that come from the pipeline are said to be all of their groups.</summary>
    private protected virtual bool AreAll => false;

    /// <summary>Whether the rules say which groups are meant.</summary>
    private protected bool IsByRules => ParameterSetName == RuleSet;

    private protected override ActionWords Words => new("Changing rules of security groups", "changed", "SecurityGroupRulesNotChanged");

    private protected override string[] Ids => SecurityGroupId;

    private protected override ZecObject[] Things => InputObject;

    private protected override bool IsGrouped => true;

    /// <summary>The change of a group.</summary>
    /// <param name="present">Its rules; null where not all of them can be read.</param>
    /// <param name="given">The rules that are given for it.</param>
    /// <returns>Null where the change needs rules that cannot be read.</returns>
    private protected abstract RuleChange? Plan(IReadOnlyList<ZecSecurityGroupRule>? present, IReadOnlyList<ZecSecurityGroupRule> given);

    /// <summary>Looks at the rules that are given for a group, when those that are there have been read.</summary>
    private protected virtual void Check(ZecSecurityGroup group, IReadOnlyList<ZecSecurityGroupRule> given)
    {
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!IsByRules && Rules.FirstOrDefault(rule => rule.Fault is not null) is { } faulty)
        {
            ThrowTerminatingError(FaultOf(faulty, "RuleInvalid", faulty.Fault!));
        }

        switch (ParameterSetName)
        {
            case RuleSet:
                foreach (var rule in Rules)
                {
                    Note(rule);
                }

                break;
            case ObjectSet:
                foreach (var group in Things)
                {
                    Note(ClientOf(SecurityGroupKind.Kind, group), SecurityGroupKind.Kind.IdOf(group));
                }

                break;
            default:
                foreach (var id in Ids)
                {
                    Note(Client, id);
                }

                break;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (ReplacesAll && _lacksRules && _given.Count > 0)
        {
            LeaveAll();
            ThrowTerminatingError(new ErrorRecord(
                new ArgumentException($"Nothing was sent: {MyInvocation.MyCommand.Name} replaces all rules of a security group, and not all that came can be used."),
                "RulesMissing",
                ErrorCategory.InvalidArgument,
                null));
        }

        var groups = ReadAll();
        foreach (var ((account, id), (client, rules)) in _given.Select(one => (one.Key, one.Value)))
        {
            if (ReplacesAll && IsByRules && !AreAll && PartialFault(id, rules) is { } fault)
            {
                Fail(client, id, fault);
                continue;
            }

            var group = groups.TryGetValue((account, id), out var found) ? found : null;
            if (group is not null)
            {
                Check(group, rules);
            }

            Take(client, id, group);
        }

        base.EndProcessing();
    }

    private protected override WriteOperation CreateOperation() => RuleOperations.Unplanned;

    private protected override string GroupOf(ZecObject thing) => KeyOf((ZecSecurityGroup)thing);

    private protected override WriteOperation CreateOperationFor(string group)
        => _changes.TryGetValue(group, out var change) && change is not null ? RuleOperations.Configure(change) : RuleOperations.Unplanned;

    private protected override string QuestionOf(ZecObject? thing)
        => thing is ZecSecurityGroup group && ChangeOf(group) is { } change ? $"{Question}: {change.InWords}" : Question;

    private protected override string? ReasonToSkip(ZecObject thing) => ChangeOf((ZecSecurityGroup)thing)?.IsNothing == true ? "has the rules that it is to have" : null;

    private protected override void Prepare(ZecClient client, IReadOnlyList<WriteItem> items)
    {
        foreach (var item in items.Where(item => item.Operation is null || ReferenceEquals(item.Operation, RuleOperations.Unplanned)))
        {
            item.Failure = RuleReading.Unknown(item.Id);
        }
    }

    private void Note(ZecSecurityGroupRule rule)
    {
        if (rule.Fault is { } fault)
        {
            WriteError(FaultOf(rule, "RuleInvalid", fault));
        }
        else if (rule.SecurityGroupId is not { } id || !ValidateIdAttribute.IsValid(id))
        {
            WriteError(FaultOf(
                rule,
                "SecurityGroupMissing",
                $"The rule ({rule}) does not name its security group. Nothing was sent for it. Name the group: {MyInvocation.InvocationName} -SecurityGroupId … -Rule …"));
        }
        else if (ClientOf(rule) is { } client)
        {
            Note(client, id, rule);
            return;
        }

        _lacksRules = true;
    }

    private static ErrorRecord FaultOf(ZecSecurityGroupRule rule, string code, string message)
        => new(new ArgumentException(VisibleText.Of(message)), code, ErrorCategory.InvalidArgument, rule);

    private void Note(ZecClient? client, string id, ZecSecurityGroupRule? rule = null)
    {
        if (client is null)
        {
            return;
        }

        var key = (client.Options.Account, id);
        if (!_given.TryGetValue(key, out var given))
        {
            _given.Add(key, given = (client, rule is null ? [.. Rules] : []));
            if (_given.Count > MaximumCount)
            {
                ThrowTerminatingError(ErrorRecords.MaximumCountExceeded(MaximumCount, Kind.Plural, Words.Done, id));
            }
        }

        if (rule is not null)
        {
            given.Rules.Add(rule);
        }
    }

    /// <summary>Reads the groups with their rules. Where that fails, or is stopped, all are recorded as never sent.</summary>
    private Dictionary<(string Account, string Id), ZecSecurityGroup> ReadAll()
    {
        var groups = new Dictionary<(string Account, string Id), ZecSecurityGroup>();
        string[] ids = [];
        try
        {
            foreach (var account in _given.GroupBy(one => one.Value.Client, one => one.Key.Id))
            {
                ids = [.. account];
                foreach (var found in Wait(stop => Kind.List.FindAsync(account.Key, Call(), ids, stop)))
                {
                    groups.Add((account.Key.Options.Account, found.Key), (ZecSecurityGroup)found.Value);
                }
            }

            return groups;
        }
        catch (Exception failure)
        {
            LeaveAll();
            if (failure is ZecException known)
            {
                ThrowTerminatingError(ErrorRecords.From(known, ids, "The rules of the security groups could not be read. Nothing was sent.", Kind));
            }

            throw;
        }
    }

    /// <summary>Records all groups as never sent.</summary>
    private void LeaveAll()
    {
        if (!IsWhatIf)
        {
            LeaveUnsent(_given.Select(one => (one.Value.Client, one.Key.Id)));
        }
    }

    /// <summary>Why rules are not, or may not be, all of a group.</summary>
    private static ZecServiceException? PartialFault(string id, List<ZecSecurityGroupRule> rules)
        => RuleOrigin.MissingIn(rules, id) is { } missing ? RuleReading.Partial(id, missing.Given, missing.Count)
            : RuleOrigin.IsAnyOf(rules, id) ? null
            : RuleReading.Unconfirmed(id, rules.Count);

    private RuleChange? ChangeOf(ZecSecurityGroup group) => _changes[KeyOf(group)];

    /// <summary>What tells a group from those of other accounts; its change is planned when it is first asked for.</summary>
    private string KeyOf(ZecSecurityGroup group)
    {
        var key = $"{group.Account} {group.SecurityGroupId}";
        if (!_changes.ContainsKey(key))
        {
            _changes.Add(key, Plan(group.Rules, _given[(group.Account!, group.SecurityGroupId)].Rules));
        }

        return key;
    }
}
