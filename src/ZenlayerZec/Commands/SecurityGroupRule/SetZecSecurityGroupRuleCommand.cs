using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.SecurityGroups;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.SecurityGroupRule;

/// <summary><para type="synopsis">Replaces all rules of security groups.</para></summary>
[Cmdlet(VerbsCommon.Set, "ZecSecurityGroupRule", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    HelpUri = OnlineHelp.Pages + "Set-ZecSecurityGroupRule.md")]
[OutputType(typeof(ZecBatchResult))]
public sealed class SetZecSecurityGroupRuleCommand : RuleCmdlet
{
    /// <summary><para type="description">The rules that the groups are to have, all of them.</para></summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = IdSet)]
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ObjectSet)]
    [Parameter(Mandatory = true, ParameterSetName = RuleSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [Rules(LeavesOthers = true)]
    [AllowEmptyCollection]
    public ZecSecurityGroupRule[] Rule { get; set; } = [];

    /// <summary><para type="description">Lets -Rule be empty, which takes all rules away.</para></summary>
    [Parameter]
    public SwitchParameter AllowEmpty { get; set; }

    /// <summary><para type="description">Says that the rules in the pipeline are all rules that their groups are to have. Rules that were not read of
    /// the group, such as rows of a file, need it.</para></summary>
    [Parameter(ParameterSetName = RuleSet)]
    public SwitchParameter ReplaceAll { get; set; }

    /// <summary><para type="description">Does not ask for confirmation. With -WhatIf or $WhatIfPreference, nothing is changed.</para></summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override ZecSecurityGroupRule[] Rules => Rule;

    private protected override string Question => "Replace all rules of the security group";

    private protected override bool IsForced => Force;

    private protected override bool ReplacesAll => true;

    private protected override bool AreAll => ReplaceAll;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // A variable that is not set, or a filter that lets nothing through, would close the group.
        if (Rule.Length == 0 && !AllowEmpty)
        {
            ThrowTerminatingError(new ErrorRecord(
                new ArgumentException("Nothing was changed. -Rule has no rules. To take all rules of a security group away, also give -AllowEmpty."),
                "RulesEmpty",
                ErrorCategory.InvalidArgument,
                null));
        }

        base.ProcessRecord();
    }

    private protected override RuleChange? Plan(IReadOnlyList<ZecSecurityGroupRule>? present, IReadOnlyList<ZecSecurityGroupRule> given)
        => present is null && IsByRules ? null : RuleChange.Set(present, given);
}
