using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.SecurityGroups;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands.SecurityGroupRule;

/// <summary><para type="synopsis">Lists the rules of security groups.</para></summary>
[Cmdlet(VerbsCommon.Get, "ZecSecurityGroupRule", DefaultParameterSetName = ObjectSet, HelpUri = OnlineHelp.Pages + "Get-ZecSecurityGroupRule.md")]
[OutputType(typeof(ZecSecurityGroupRule))]
public sealed class GetZecSecurityGroupRuleCommand : AskCmdlet
{
    /// <summary><para type="description">The IDs of the security groups.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(SecurityGroupIdCompleter))]
    [IdOf(typeof(ZecSecurityGroup), RefusesOthers = true)]
    [ValidateId(typeof(ZecSecurityGroup))]
    public string[] SecurityGroupId { get; set; } = [];

    /// <summary><para type="description">The security groups, as Get-ZecSecurityGroup returns them, or rows that name them.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(SecurityGroupArgumentCompleter))]
    [ObjectOf(typeof(ZecSecurityGroup), RefusesOthers = true)]
    public ZecSecurityGroup[] InputObject { get; set; } = [];

    /// <summary><para type="description">The directions, ingress or egress.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(RuleDirectionCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Direction { get; set; }

    /// <summary><para type="description">The protocols, such as tcp.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(RuleProtocolCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Protocol { get; set; }

    /// <summary><para type="description">The addresses at the other end, such as 0.0.0.0/0, as the rules have them.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? CidrIp { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Ask(SecurityGroupKind.Kind, SecurityGroupId, InputObject);

    private protected override string Describe(object question) => $"security group {question}";

    private protected override async Task<IReadOnlyList<ZecObject>> AskAsync(ZecClient client, object question, ZecCallOptions call, CancellationToken stop)
    {
        var rules = await RuleReading.ReadAsync(client, (string)question, call, stop).ConfigureAwait(false);
        return [.. rules.Where(rule => IsAsked(Direction, rule.Direction) && IsAsked(Protocol, rule.Protocol) && IsAsked(CidrIp, rule.CidrIp))];
    }

    private static bool IsAsked(string[]? values, string? value) => values is null || values.Contains(value, StringComparer.OrdinalIgnoreCase);
}
