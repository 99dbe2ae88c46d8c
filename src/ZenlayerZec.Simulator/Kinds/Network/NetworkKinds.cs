using System.Text.Json.Nodes;
using ZenlayerZec.Simulator.Kinds.Network.SecurityGroups;
using ZenlayerZec.Simulator.Rows;

namespace ZenlayerZec.Simulator.Kinds.Network;

/// <summary>The private network, and what joins instances to it and to the world.</summary>
internal static class NetworkKinds
{
    public static SimulatedKind Nic { get; } = new("Nic", "DescribeNetworkInterfaces", "nicId")
    {
        Words = "network interface",
        NameField = "name",
        StatusField = "status",
        NotFoundCode = "INVALID_NIC_NOT_FOUND",
        StatusCode = "INVALID_NIC_STATUS",
        Hidden = [NicIPv6.Member],
    };

    public static SimulatedKind Vpc { get; } = new("Vpc", "DescribeVpcs", "vpcId")
    {
        Words = "VPC",
        NameField = "name",
        NotFoundCode = "INVALID_VPC_NOT_FOUND",
        Fuzzy = ["cidrBlock"],
        Computed = new Dictionary<string, RowValue>
        {
            ["usageIpv4Count"] = (row, account) => AddressCount("vpcId", row, account),
        },
    };

    public static SimulatedKind Subnet { get; } = new("Subnet", "DescribeSubnets", "subnetId")
    {
        Words = "subnet",
        NameField = "name",
        NotFoundCode = "INVALID_SUBNET_NOT_FOUND",
        Fuzzy = ["cidrBlock"],
        Computed = new Dictionary<string, RowValue>
        {
            ["vpcName"] = (row, account) => account[Vpc].Find(row.Text("vpcId"))?.Text("name"),
            ["usageIpv4Count"] = (row, account) => AddressCount("subnetId", row, account),
        },
    };

    public static SimulatedKind SecurityGroup { get; } = new("SecurityGroup", "DescribeSecurityGroups", "securityGroupId")
    {
        Words = "security group",
        NameField = "securityGroupName",
        NotFoundCode = "INVALID_SECURITY_GROUP_NOT_FOUND",
        Hidden = [SecurityGroupRules.Member],
        Computed = new Dictionary<string, RowValue>
        {
            ["nicIdList"] = (row, account) => new JsonArray([.. account[Nic].Rows
                .Where(nic => nic.Text("securityGroupId") == row.Id).Select(nic => (JsonNode)nic.Id)]),
            ["vpcIds"] = (row, account) => new JsonArray([.. account[Vpc].Rows
                .Where(vpc => vpc.Text("securityGroupId") == row.Id).Select(vpc => (JsonNode)vpc.Id)]),
        },
    };

    public static SimulatedKind Eip { get; } = new("Eip", "DescribeEips", "eipId")
    {
        Words = "elastic IP",
        NameField = "name",
        StatusField = "status",
        NotFoundCode = "INVALID_EIP_NOT_FOUND",
        Filters = new Dictionary<string, RowFilter>
        {
            ["ipAddress"] = (row, wanted) => Addresses(row).Contains(wanted.GetString()),
            ["ipAddresses"] = (row, wanted) => wanted.EnumerateArray().Any(address => Addresses(row).Contains(address.GetString())),
        },
    };

    public static IEnumerable<string?> Addresses(SimulatedRow eip) => eip["publicIpAddresses"]!.AsArray().Select(address => address!.GetValue<string>());

    /// <summary>How many addresses the interfaces of a VPC or a subnet have.</summary>
    private static int AddressCount(string member, SimulatedRow row, SimulatedAccount account)
        => account[Nic].Rows.Where(nic => nic.Text(member) == row.Id).Sum(nic => nic["privateIpList"]!.AsArray().Count);
}
