using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.SecurityGroups;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands.SecurityGroupRule;

/// <summary><para type="synopsis">Removes rules from security groups, and leaves the others.</para></summary>
[Cmdlet(VerbsCommon.Remove, "ZecSecurityGroupRule", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    HelpUri = OnlineHelp.Pages + "Remove-ZecSecurityGroupRule.md")]
[OutputType(typeof(ZecBatchResult))]
public sealed class RemoveZecSecurityGroupRuleCommand : RuleCmdlet
{
    /// <summary><para type="description">The rules that are removed. One that a group does not have is an error.</para></summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = IdSet)]
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ObjectSet)]
    [Parameter(Mandatory = true, ParameterSetName = RuleSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [Rules(LeavesOthers = true)]
    [ValidateNotNullOrEmpty]
    public ZecSecurityGroupRule[] Rule { get; set; } = [];

    /// <summary><para type="description">Does not ask for confirmation. With -WhatIf or $WhatIfPreference, nothing is changed.</para></summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override ZecSecurityGroupRule[] Rules => Rule;

    private protected override string Question => "Remove rules from the security group";

    private protected override bool IsForced => Force;

    private protected override RuleChange? Plan(IReadOnlyList<ZecSecurityGroupRule>? present, IReadOnlyList<ZecSecurityGroupRule> given)
        => present is null ? null : RuleChange.Remove(present, given);

    private protected override void Check(ZecSecurityGroup group, IReadOnlyList<ZecSecurityGroupRule> given)
    {
        foreach (var missing in group.Rules is { } present ? given.Except(present, RuleSets.ByMeaning) : [])
        {
            WriteError(ErrorRecords.NotFound("SecurityGroupRuleNotFound", $"The security group {group.SecurityGroupId} has no rule {missing}.", group.SecurityGroupId));
        }
    }
}
