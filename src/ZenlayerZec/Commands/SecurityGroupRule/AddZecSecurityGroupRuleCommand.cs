using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.SecurityGroups;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.SecurityGroupRule;

/// <summary><para type="synopsis">Adds rules to security groups, and leaves the rules that they have.</para></summary>
[Cmdlet(VerbsCommon.Add, "ZecSecurityGroupRule", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = OnlineHelp.Pages + "Add-ZecSecurityGroupRule.md")]
[OutputType(typeof(ZecBatchResult))]
public sealed class AddZecSecurityGroupRuleCommand : RuleCmdlet
{
    /// <summary><para type="description">The rules that are added. One that a group already has is left as it is.</para></summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = IdSet)]
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ObjectSet)]
    [Parameter(Mandatory = true, ParameterSetName = RuleSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [Rules(LeavesOthers = true)]
    [ValidateNotNullOrEmpty]
    public ZecSecurityGroupRule[] Rule { get; set; } = [];

    private protected override ZecSecurityGroupRule[] Rules => Rule;

    private protected override string Question => "Add rules to the security group";

    private protected override RuleChange? Plan(IReadOnlyList<ZecSecurityGroupRule>? present, IReadOnlyList<ZecSecurityGroupRule> given)
        => present is null ? null : RuleChange.Add(present, given);
}
