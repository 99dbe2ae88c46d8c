using System.Management.Automation;
using System.Reflection;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Costs;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Ordering;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>The module's types, as scripts name them: in parameters, in tests and in catch.</summary>
public sealed class TypeNameTests : IDisposable
{
    /// <summary>Where the types are that scripts meet: what cmdlets take and return, and what they throw.</summary>
    private static readonly string[] Met =
    [
        typeof(ZecInstance).Namespace!, typeof(ZecException).Namespace!, typeof(ZecBatchResult).Namespace!, typeof(ZecInstanceOrder).Namespace!,
        typeof(ZecDependent).Namespace!, "ZenlayerZec.Connection",
    ];

    private readonly PowerShellSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Every_public_type_that_a_script_meets_has_a_short_and_a_full_name()
    {
        var cmdlets = _session.Must("Get-Command Connect-Zec").Single<CmdletInfo>().ImplementingType.Assembly;
        var met = typeof(ZecClient).Assembly.GetExportedTypes().Concat(cmdlets.GetExportedTypes())
            .Where(type => Met.Contains(type.Namespace) && type.Name.StartsWith("Zec", StringComparison.Ordinal))
            .SelectMany(type => new[] { (type.Name, type), (type.FullName!, type) });

        var known = (Dictionary<string, Type>)typeof(PSObject).Assembly.GetType("System.Management.Automation.TypeAccelerators")!
            .GetProperty("Get", BindingFlags.Static | BindingFlags.Public)!.GetValue(null)!;

        Assert.Equal(
            met.Order(),
            known.Where(one => one.Value.Assembly == cmdlets || one.Value.Assembly == typeof(ZecClient).Assembly)
                .Select(one => (one.Key, one.Value)).Order(),
            (one, other) => one.Item1 == other.Item1 && one.Item2 == other.Item2);
    }

    [Fact]
    public void A_functions_parameter_takes_instances_and_nothing_else()
    {
        _session.Must("""
            function Measure-Mine { param([ZecInstance[]] $Instance, [ZecConnection] $Connection) $Instance.Count }
            Connect-Zec -Simulator
            """);

        Assert.Equal(3, _session.Must("Measure-Mine (Get-ZecInstance -First 3) -Connection (Get-ZecConnection)").Single<int>());
        Assert.Equal(
            "ParameterArgumentTransformationError,Measure-Mine",
            Assert.Single(_session.Run("Measure-Mine ([datetime]::Now)").Errors).FullyQualifiedErrorId);
    }

    [Fact]
    public void A_test_can_make_an_instance()
    {
        var made = _session.Must("""
            $instance = [ZecInstance]@{
                InstanceId = '1394000000010000007'
                Status = 'STOPPED'
                CreateTime = '2025-01-31'
                PublicIpAddresses = [string[]]'203.0.113.7'
            }
            $instance.Tags['env'] = 'dev'
            $instance
            """).Single<ZecInstance>();

        Assert.Equal(
            ("1394000000010000007", "STOPPED", 2025, "203.0.113.7", "dev", null),
            (made.InstanceId, made.Status, made.CreateTime?.Year, Assert.Single(made.PublicIpAddresses), made.Tags["env"], made.Account));
    }

    [Theory]
    [InlineData("Remove-ZecInstance -InstanceId i-1 -Force", "ZecTransportException", "ConnectionFailed")]
    [InlineData("Get-ZecInstance", "ZenlayerZec.Client.Errors.ZecTransportException", "ConnectionFailed")]
    [InlineData("Connect-Zec -ProfileName nobody-has-it", "ZecConfigurationException", "ProfileNotFound")]
    [InlineData("Connect-Zec -Simulator; Remove-ZecInstance -InstanceId i-1 -Force", "ZecServiceException", "InstanceNotFound")]
    [InlineData("Connect-Zec -Simulator; Invoke-ZecApi DescribeNothing", "ZecException", "AUTHFAILURE_UNAUTHORIZED_OPERATION")]
    public void A_script_catches_what_it_names(string script, string type, string code)
    {
        _session["secret"] = ServedAccount.Plain("s");
        _session.Must("Connect-Zec -Endpoint http://127.0.0.1:1 -AccessKeyId k -AccessKeySecret $secret -MaximumAttemptCount 1");

        var caught = _session.Must($$"""
            $ErrorActionPreference = 'Stop'
            try { {{script}} } catch [System.IO.IOException] { 'another' } catch [{{type}}] { $_.Exception.Code }
            """);

        Assert.Equal(code, caught.Of<object>().OfType<string>().Single());
    }

    [Fact]
    public void A_proxy_command_does_what_the_cmdlet_does()
    {
        _session.Must("""
            Connect-Zec -Simulator
            ${function:Remove-Mine} = [System.Management.Automation.ProxyCommand]::Create((Get-Command Remove-ZecInstance))
            """);

        var run = _session.Must("""
            Get-ZecInstance -Status STOPPED -First 3 | Remove-Mine -Force
            Remove-Mine nobody -WhatIf
            Remove-Mine nobody -Force -ErrorAction SilentlyContinue
            """);

        Assert.Equal([3, 0], run.Of<ZecBatchResult>().Select(result => result.SucceededIds.Length));
        Assert.Equal(["nobody"], run.Of<ZecBatchResult>()[1].FailedIds);
    }

    [Fact]
    public void A_name_without_a_version_finds_the_client_too()
        => Assert.Equal(
            typeof(ZecInstance).FullName,
            _session.Must("[Type]::GetType('ZenlayerZec.Client.Models.ZecInstance, ZenlayerZec.Client').FullName").Single<string>());
}
