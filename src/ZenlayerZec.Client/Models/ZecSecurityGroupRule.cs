using System.Globalization;
using ZenlayerZec.Client.SecurityGroups;

namespace ZenlayerZec.Client.Models;

/// <summary>
/// A rule of a security group: packets that it lets through. Rules have no IDs: two with the same meaning are the same. As a parameter it may be
/// made of a hashtable, of an object that came back from a file, or of a row.
/// </summary>
public sealed class ZecSecurityGroupRule : ZecObject
{
    /// <summary>The only documented policy: the packets are let through.</summary>
    internal const string Accept = "accept";

    /// <summary>The direction of what comes in.</summary>
    internal const string Ingress = "ingress";

    /// <summary>The direction of what goes out.</summary>
    internal const string Egress = "egress";

    /// <summary>The priority of a rule that names none.</summary>
    internal const int DefaultPriority = 1;

    /// <summary>The ID of the security group that it was read from; null for one that is in none yet.</summary>
    public string? SecurityGroupId { get; set; }

    /// <summary>Whether it is about what comes in, ingress, or about what goes out, egress.</summary>
    public string? Direction { get; set; }

    /// <summary>The protocol: tcp, udp, icmp or all.</summary>
    public string? Protocol { get; set; }

    /// <summary>The destination ports, such as 22/22 or 8000/8999; -1/-1 for a protocol without ports.</summary>
    public string? PortRange { get; set; }

    /// <summary>The addresses at the other end, such as 10.0.0.0/8; 0.0.0.0/0 means all.</summary>
    public string? CidrIp { get; set; }

    /// <summary>The priority, from 1 to 100.</summary>
    public int? Priority { get; set; }

    /// <summary>What becomes of the packets; the only documented policy is accept.</summary>
    public string? Policy { get; set; }

    /// <summary>What somebody wrote about it.</summary>
    public string? Description { get; set; }

    /// <summary>Where it was read; null for one that a script has made.</summary>
    internal RuleOrigin? Origin { get; set; }

    /// <summary>Why it cannot be used; null where it can. Kept, since a set of rules without it would be another set.</summary>
    internal string? Fault { get; set; }

    /// <summary>The rule in words, such as <c>ingress tcp 22/22 from 10.0.0.0/8</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture,
        "{0} {1} {2} {3} {4}{5}{6}",
        Direction,
        Protocol,
        PortRange,
        string.Equals(Direction, Egress, StringComparison.OrdinalIgnoreCase) ? "to" : "from",
        CidrIp,
        Priority is null or DefaultPriority ? string.Empty : $" priority {Priority}",
        Policy is null or Accept ? string.Empty : $" {Policy}");
}
