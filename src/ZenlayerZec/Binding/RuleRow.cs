using System.Collections;
using System.Globalization;
using System.Management.Automation;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Binding;

/// <summary>
/// Makes a rule of a security group of what is given for one: a rule, a hashtable, a copy that came back from a file, or a row. What the service
/// takes for everything where it is left out, such as the addresses, has to be there.
/// </summary>
internal static class RuleRow
{
    private const string AllPorts = "-1/-1";
    private const int MostPriority = 100;

    /// <summary>What a rule that was read says, and a new one may leave to the default.</summary>
    private static readonly string[] Kept = [nameof(ZecSecurityGroupRule.Policy), nameof(ZecSecurityGroupRule.Priority), nameof(ZecSecurityGroupRule.PortRange)];

    /// <summary>Whether an object is a rule, or a row that says one.</summary>
    public static bool IsOne(object? item) => item is ZecSecurityGroupRule
        || (item is PSObject { BaseObject: PSCustomObject } row && (OtherKind.TypeName(row) is { } name
            ? name == nameof(ZecSecurityGroupRule)
            : row.Properties["Direction"] is not null && row.Properties["CidrIp"] is not null));

    /// <summary>The rule that an object says.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">It says none, or not all of it.</exception>
    public static ZecSecurityGroupRule Of(object? item) => Whole(item switch
    {
        ZecSecurityGroupRule rule => rule,
        IDictionary map => FromMap(map),
        PSObject { BaseObject: PSCustomObject } row when OtherKind.TypeName(row) is null or nameof(ZecSecurityGroupRule) => FromRow(row),
        null => throw Fault("A rule is null: is a variable not set?"),
        _ => throw Fault($"A {OtherKind.TypeName(item) ?? item.GetType().Name} is not a rule of a security group. Give objects of "
            + "Get-ZecSecurityGroupRule, or hashtables such as @{ Direction = 'ingress'; Protocol = 'tcp'; PortRange = '443/443'; CidrIp = '10.0.0.0/8' }."),
    });

    /// <summary>The rule that an object says; where it says none, one with the fault.</summary>
    public static ZecSecurityGroupRule OrFault(object? item)
    {
        try
        {
            return Of(item);
        }
        catch (ArgumentTransformationMetadataException fault)
        {
            return new ZecSecurityGroupRule { Fault = fault.Message };
        }
    }

    /// <summary>What sets the value of a name, those of the API among them; null where a rule has no such value.</summary>
    private static Action<ZecSecurityGroupRule, object>? Setter(string name) => name.ToLowerInvariant() switch
    {
        "securitygroupid" => (rule, value) => rule.SecurityGroupId = Text(value),
        "account" => (rule, value) => rule.Account = Text(value),
        "direction" => (rule, value) => rule.Direction = Small(value),
        "protocol" or "ipprotocol" => (rule, value) => rule.Protocol = Small(value),
        "portrange" => (rule, value) => rule.PortRange = Ports(value),
        "cidrip" => (rule, value) => rule.CidrIp = Text(value),
        "priority" => (rule, value) => rule.Priority = Number(value),
        "policy" => (rule, value) => rule.Policy = Small(value),
        "description" or "desc" => (rule, value) => rule.Description = Text(value),
        _ => null,
    };

    private static ZecSecurityGroupRule FromMap(IDictionary map)
    {
        var rule = new ZecSecurityGroupRule();
        foreach (DictionaryEntry entry in map)
        {
            // A name that is misspelled would leave out what is meant, and the service would take it for everything.
            var set = Setter($"{entry.Key}")
                ?? throw Fault(VisibleText.Of($"A rule has no {entry.Key}. It has Direction, Protocol, PortRange, CidrIp, Priority, Policy and Description."));
            Set(rule, set, entry.Value);
        }

        return rule;
    }

    private static ZecSecurityGroupRule FromRow(PSObject row)
    {
        // Of a rule that denies, a part that was selected would let in what it kept out.
        if (OtherKind.TypeName(row) is not null && Kept.FirstOrDefault(name => row.Properties[name] is null) is { } lost)
        {
            throw Fault($"This copy of a rule lacks its {lost}, and the default would take its place. Select it, too.");
        }

        var rule = new ZecSecurityGroupRule();
        foreach (var property in row.Properties)
        {
            if (Setter(property.Name) is { } set)
            {
                Set(rule, set, property.Value);
            }
        }

        return rule;
    }

    /// <summary>An empty cell counts as not given.</summary>
    private static void Set(ZecSecurityGroupRule rule, Action<ZecSecurityGroupRule, object> set, object? value)
    {
        if (Items.Unwrapped(value) is { } given and not "")
        {
            set(rule, given);
        }
    }

    /// <summary>The rule with what the API fills in, where nothing that decides is missing.</summary>
    private static ZecSecurityGroupRule Whole(ZecSecurityGroupRule rule)
    {
        var hasPorts = rule.Protocol is not ("icmp" or "all");
        var missing = rule switch
        {
            { Direction: null or "" } => "Direction, ingress or egress",
            { Protocol: null or "" } => "Protocol, such as tcp or all",
            { CidrIp: null or "" } => "CidrIp, such as 10.0.0.0/8; 0.0.0.0/0 means all addresses",
            { PortRange: null or "" } when hasPorts => "PortRange, such as 443/443",
            _ => null,
        };
        return missing is not null ? throw Fault($"A rule ({rule.ToString().Trim()}) does not say its {missing}.") : new ZecSecurityGroupRule
        {
            SecurityGroupId = rule.SecurityGroupId,
            Account = rule.Account,
            Reading = rule.Reading,
            Origin = rule.Origin,
            Direction = rule.Direction!.ToLowerInvariant(),
            Protocol = rule.Protocol!.ToLowerInvariant(),
            PortRange = rule.PortRange is { Length: > 0 } ports ? Ports(ports) : AllPorts,
            CidrIp = rule.CidrIp,
            Priority = rule.Priority ?? ZecSecurityGroupRule.DefaultPriority,
            Policy = rule.Policy ?? ZecSecurityGroupRule.Accept,
            Description = rule.Description,
        };
    }

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!.Trim();

    private static string Small(object value) => Text(value).ToLowerInvariant();

    /// <summary>A range of ports as the API documents it: one port is a range of one.</summary>
    private static string Ports(object value) => Text(value) is var text && text.Length > 0 && text.All(char.IsDigit) ? $"{text}/{text}" : text;

    private static int Number(object value)
        => int.TryParse(Text(value), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostPriority
        ? number
        : throw Fault(VisibleText.Of($"'{value}' is not a priority. It is a number from 1 to {MostPriority}."));

    private static ArgumentTransformationMetadataException Fault(string message) => new(message);
}
