using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Rows;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Network.SecurityGroups;

/// <summary>What the API demands of security groups and of their rules.</summary>
internal static class SecurityGroupRules
{
    public const string Ingress = "ingress";
    public const string Egress = "egress";

    /// <summary>Where a row keeps its rules; no list of groups shows them.</summary>
    public const string Member = "rules";

    private const string AllPorts = "-1/-1";

    private const string Everybody = "0.0.0.0/0";

    private static readonly Regex Name = new(@"^[A-Za-z0-9.-]+\z", RegexOptions.CultureInvariant);

    private static readonly Regex Ports = new(@"^([0-9]{1,5})(/([0-9]{1,5}))?\z", RegexOptions.CultureInvariant);

    private static readonly Regex Cidr = new(@"^[0-9A-Fa-f.:]+(/[0-9]{1,3})?\z", RegexOptions.CultureInvariant);

    private static readonly string[] Users = ["vpcIds", "nicIdList", "natIdList", "loadBalancerIdList", "haVipIdList"];

    private static readonly string[] Protocols = ["tcp", "udp", "icmp", "all"];

    /// <summary>
    /// The rules of a group. One that came with the account lets SSH in from the private network, and everything out; that of the edge has a rule that
    /// somebody forgot.
    /// </summary>
    public static JsonArray Of(SimulatedRow group) => group[Member] as JsonArray ?? new JsonArray(
    [
        Rule(Ingress, "accept", 1, "tcp", "22/22", "10.0.0.0/8", desc: null),
        Rule(Egress, "accept", 1, "all", AllPorts, Everybody, desc: null),
        .. group.Text("securityGroupName") == "edge" ? [Rule(Ingress, "accept", 1, "tcp", "22/22", Everybody, "for a test")] : Array.Empty<JsonNode>(),
    ]);

    /// <summary>The rules that a request asks for; none where it names none.</summary>
    public static JsonArray Of(JsonElement request) => new([.. request.Parts("ruleInfos").Select(rule => Rule(
        rule.Text("direction"),
        rule.Text("policy"),
        rule.Whole("priority") ?? 1,
        rule.Text("ipProtocol"),
        rule.Text("portRange") is { } ports && !ports.Contains('/') ? $"{ports}/{ports}" : rule.Text("portRange"),
        rule.Text("cidrIp") ?? Everybody,
        rule.Text("desc")))]);

    /// <summary>Whether VPCs, network interfaces or others have a group.</summary>
    public static bool IsUsed(SimulatedRow group, SimulatedAccount account)
        => Users.Any(member => group.Kind.Value(group, member, account) is JsonArray { Count: > 0 });

    /// <summary>Why nothing can be done to the default group.</summary>
    public static ServiceRefusal? RefuseDefault(SimulatedRow group) => group.Flag("isDefault") == true
        ? new ServiceRefusal(400, "OPERATION_DENIED_DEFAULT_SECURITY_GROUP", $"The security group {group.Id} is the default one.")
        : null;

    /// <summary>Why a name cannot be that of a group.</summary>
    public static ServiceRefusal? RefuseName(string? name) => name is null || Name.IsMatch(name)
        ? null
        : FormRefusals.Pattern("securityGroupName may have letters, digits, hyphens and periods.");

    /// <summary>Why the rules of a request cannot be those of a group.</summary>
    public static ServiceRefusal? RefuseRules(JsonElement request)
    {
        var seen = new HashSet<(string?, string?, string?, string?)>();
        return request.Parts("ruleInfos").Select(rule => RefuseRule(rule) ?? (seen.Add(Meaning(rule))
            ? null
            : new ServiceRefusal(400, "OPERATION_DENIED_SECURITY_GROUP_RULE_DUPLICATED", "Two rules in one direction are alike."))).FirstOrDefault(refusal => refusal is not null);
    }

    private static (string?, string?, string?, string?) Meaning(JsonElement rule)
        => (rule.Text("direction"), rule.Text("ipProtocol"), rule.Text("portRange"), rule.Text("cidrIp"));

    private static ServiceRefusal? RefuseRule(JsonElement rule) => rule switch
    {
        _ when rule.Text("direction") is not (Ingress or Egress) => FormRefusals.Value($"direction is {Ingress} or {Egress}."),
        _ when rule.Text("policy") is not (null or "accept") => FormRefusals.Value("policy is accept."),
        _ when !Protocols.Contains(rule.Text("ipProtocol")) => FormRefusals.Value($"ipProtocol is {string.Join(", ", Protocols)}."),
        _ when !AreValid(rule.Text("portRange"), rule.Text("ipProtocol")!) => FormRefusals.Value($"{rule.Text("portRange")} is not a range of ports of {rule.Text("ipProtocol")}."),
        _ when rule.Text("cidrIp") is { } cidr && !Cidr.IsMatch(cidr) => FormRefusals.Value($"{cidr} is not a range of addresses."),
        _ when rule.Text("desc") is { Length: > 255 } => FormRefusals.Value("desc has at most 255 characters."),
        _ => null,
    };

    private static bool AreValid(string? ports, string protocol)
    {
        if (protocol is "icmp" or "all")
        {
            return ports is null or AllPorts;
        }

        if (ports is null || Ports.Match(ports) is not { Success: true } match)
        {
            return false;
        }

        var first = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        var last = match.Groups[3].Success ? int.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture) : first;
        return first is >= 1 and <= 65535 && last is >= 1 and <= 65535 && first <= last;
    }

    private static JsonObject Rule(string? direction, string? policy, int priority, string? protocol, string? ports, string cidr, string? desc) => new()
    {
        ["direction"] = direction,
        ["policy"] = policy ?? "accept",
        ["priority"] = priority,
        ["ipProtocol"] = protocol,
        ["portRange"] = ports ?? AllPorts,
        ["cidrIp"] = cidr,
        ["desc"] = desc,
    };
}
