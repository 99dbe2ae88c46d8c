using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.SecurityGroups;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.SecurityGroup;

/// <summary>
/// <para type="synopsis">Creates a security group with rules.</para>
/// <para type="description">Nothing uses the group yet: Register-ZecSecurityGroup gives it to VPCs.</para>
/// </summary>
[Cmdlet(VerbsCommon.New, "ZecSecurityGroup", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = OnlineHelp.Pages + "New-ZecSecurityGroup.md")]
[OutputType(typeof(ZecSecurityGroup))]
public sealed class NewZecSecurityGroupCommand : CreateCmdlet
{
    /// <summary><para type="description">The name: at most 64 letters, digits, hyphens and periods.</para></summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidatePattern(@"^[A-Za-z0-9.-]{1,64}\z")]
    public string Name { get; set; } = string.Empty;

    /// <summary><para type="description">The rules. Without it, the group is created without rules.</para></summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [Rules]
    [ValidateNotNullOrEmpty]
    public ZecSecurityGroupRule[]? Rule { get; set; }

    private protected override ResourceKind Kind => SecurityGroupKind.Kind;

    private IReadOnlyList<ZecSecurityGroupRule> Rules => [.. (Rule ?? []).Distinct(RuleSets.ByMeaning)];

    private protected override CreatePart Part(ZecObject? parent) => CreatePart.Of(
        ZecActions.CreateSecurityGroup,
        new CreateSecurityGroupRequest { SecurityGroupName = Name, Rules = Rule is null ? null : Rules },
        1,
        $"{Name}, {(Rule is null ? "without rules" : string.Join("; ", Rules))}",
        CreatePart.FiltersOf((nameof(Name), Name)),
        answer => CreatePart.One(answer.SecurityGroupId));
}
