using System.Management.Automation;
using System.Security;
using ZenlayerZec.Simulator;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>The cmdlets that change what is piped to them, found by what they are made of.</summary>
internal static class ChangingCmdlets
{
    private const string Rule = "@{ Direction = 'ingress'; Protocol = 'all'; CidrIp = '10.0.0.0/8' }";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CmdletInfo> In(PowerShellSession session) =>
    [
        .. session.Must("Get-Command -Module ZenlayerZec").Of<CmdletInfo>().Where(cmdlet => Bases(cmdlet.ImplementingType).Any(type => type.Name == "WriteCmdlet")),
    ];

    /// <summary>What a cmdlet needs beside what is piped to it.</summary>
    public static string Mandatory(CmdletInfo cmdlet) => string.Join(' ', cmdlet.ParameterSets.Single(set => set.Name == "Object").Parameters
        .Where(parameter => parameter.Name != "InputObject" && (parameter.IsMandatory || (parameter.Name == "Name" && cmdlet.Verb == "Set")))
        .Select(parameter => $"-{parameter.Name} {(parameter.Name == "Rule" ? Rule : ValueOf(parameter.ParameterType))}"));

    /// <summary>Whether a request is a part of a change: those of rules read the groups first, also for -WhatIf, to say which rules come and go.</summary>
    public static bool Sends(CmdletInfo cmdlet, SimulatedCall call)
        => cmdlet.Noun != "ZecSecurityGroupRule" || call.Action is not ("DescribeSecurityGroups" or "DescribeSecurityGroupRule");

    private static string ValueOf(Type type) => type == typeof(string) ? "x-1" : type == typeof(SecureString) ? "([System.Net.NetworkCredential]::new('x', 'x-1').SecurePassword)" : "100";

    private static IEnumerable<Type> Bases(Type type)
    {
        for (var one = type.BaseType; one is not null; one = one.BaseType)
        {
            yield return one;
        }
    }
}
