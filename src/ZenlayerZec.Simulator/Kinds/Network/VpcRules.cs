using System.Text.Json;
using System.Text.RegularExpressions;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Network;

/// <summary>What the API demands of VPCs.</summary>
internal static class VpcRules
{
    private static readonly int[] Mtus = [1300, 1500, 9000];

    private static readonly Regex Name = new(@"^[A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9]\z", RegexOptions.CultureInvariant);

    private static readonly IPv4Block[] Private =
        [.. new[] { "10.0.0.0/9", "10.128.0.0/9", "172.16.0.0/12", "192.168.0.0/16" }.Select(block => IPv4Block.Read(block)!.Value)];

    /// <summary>The subnets of a VPC.</summary>
    public static IEnumerable<SimulatedRow> SubnetsOf(SimulatedRow vpc, SimulatedAccount account)
        => account[NetworkKinds.Subnet].Rows.Where(subnet => subnet.Text("vpcId") == vpc.Id);

    /// <summary>The private IPv6 addresses of a new VPC, or of one that gets them.</summary>
    public static string IPv6Block(SimulatedAccount account) => $"fd00:{account.TakeNumber():x}::/56";

    /// <summary>Why a name cannot be that of a VPC or a subnet.</summary>
    public static ServiceRefusal? RefuseName(string parameter, string? name) => name is null || Name.IsMatch(name)
        ? null
        : FormRefusals.Pattern($"{parameter} begins and ends with a letter or a digit, and may have letters, digits, hyphens and periods.");

    /// <summary>Why a new VPC cannot be as it is to be.</summary>
    public static ServiceRefusal? RefuseNew(JsonElement request)
    {
        if (Groups.Find(request.Text("resourceGroupId")) is null)
        {
            return Refusals.NoResourceGroup(request.Text("resourceGroupId")!);
        }

        return RefuseName("name", request.Text("name"))
            ?? RefuseBlock(request.Text("cidrBlock")!)
            ?? (Mtus.Contains(request.Whole("mtu")!.Value) ? null : FormRefusals.Value($"mtu is {string.Join(", ", Mtus)}, not {request.Whole("mtu")}."));
    }

    /// <summary>Why a VPC cannot become as it is to be.</summary>
    public static ServiceRefusal? RefuseChange(RowRequest call, SimulatedRow vpc)
    {
        if (call.Body.Flag("enableIPv6") == false)
        {
            return FormRefusals.Value("enableIPv6 can only be true.");
        }

        if (call.Body.Text("securityGroupId") is { } group && call.Account[NetworkKinds.SecurityGroup].Find(group) is null)
        {
            return NetworkKinds.SecurityGroup.NotFound(group);
        }

        return RefuseName("vpcName", call.Body.Text("vpcName")) ?? (call.Body.Text("cidrBlock") is { } cidr ? RefuseNewBlock(cidr, call, vpc) : null);
    }

    private static ServiceRefusal? RefuseNewBlock(string text, RowRequest call, SimulatedRow vpc)
    {
        if (vpc.Flag("isDefault") == true)
        {
            return new ServiceRefusal(400, "OPERATION_DENIED_DEFAULT_VPC", $"The VPC {vpc.Id} is a default one.");
        }

        if (RefuseBlock(text) is { } refusal)
        {
            return refusal;
        }

        return SubnetsOf(vpc, call.Account).Any() && !IPv4Block.Read(text)!.Value.Contains(IPv4Block.Read(vpc.Text("cidrBlock"))!.Value)
            ? FormRefusals.Value($"The VPC {vpc.Id} has subnets, so that {text} has to include {vpc.Text("cidrBlock")}.")
            : null;
    }

    private static ServiceRefusal? RefuseBlock(string text) => IPv4Block.Read(text) is { } block && Private.Any(range => range.Contains(block))
        ? null
        : FormRefusals.Value($"{text} is not a block of 10.0.0.0/9, 10.128.0.0/9, 172.16.0.0/12 or 192.168.0.0/16.");
}
