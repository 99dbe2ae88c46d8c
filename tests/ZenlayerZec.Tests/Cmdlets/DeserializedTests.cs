using System.Management.Automation;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>Objects that went through a file, a job or another machine.</summary>
public sealed class DeserializedTests : IDisposable
{
    private readonly PowerShellSession _session = new();

    public DeserializedTests() => _session.Must("""
        function Restore { process { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_, 2)) } }
        Connect-Zec -Simulator -SimulatedFailureCount 1
        """);

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("Get-ZecInstance -First 1", "Models.ZecInstance", "InstanceId", "InstanceName", "Status", "ZoneId", "CreateTime")]
    [InlineData("Get-ZecInstanceStatus -First 1", "Models.ZecInstanceStatus", "InstanceId", "Status")]
    [InlineData("Get-ZecZone eu-west-1a", "Models.ZecZone", "ZoneId", "ZoneName")]
    [InlineData("Get-ZecInstanceType -ZoneId eu-west-1a", "Models.ZecInstanceType", "InstanceType", "ZoneId", "WithStock")]
    [InlineData("Get-ZecImage -ZoneId eu-west-1a -Name Debian*", "Models.ZecImage", "ImageId", "ImageName", "ImageStatus", "ZoneId")]
    [InlineData(
        "Get-ZecInstance -First 3 | Remove-ZecInstance -Force 2>$null",
        "Batching.ZecBatchResult", "Status", "RequestId", "SucceededIds", "FailedIds", "UnknownIds", "SkippedIds")]
    [InlineData(
        "New-ZecInstance -ZoneId eu-west-1a -InstanceType z2a.cpu.1 -ImageId debian12_20240712 -SubnetId s-1",
        "Ordering.ZecInstanceOrder", "OrderNumber", "RequestId", "InstanceIds", "InstanceName")]
    public void Kind_ID_name_state_and_account_are_kept(string script, string kind, params string[] properties)
        => Compare(script, $"Deserialized.ZenlayerZec.Client.{kind}", [.. properties, "Account"]);

    [Fact]
    public void An_operation_keeps_what_became_of_each_ID()
        => Compare(
            "Remove-ZecInstance i-1 -Force 2>$null | Out-Null; Get-ZecOperation",
            "Deserialized.ZenlayerZec.Connection.ZecOperation",
            ["Action", "Outcome", "Ids", "SucceededIds", "FailedIds", "UnknownIds", "SkippedIds", "RequestId", "Account"]);

    [Theory]
    [InlineData("Get-ZecInstance -Status STOPPED -First 2 | Restore | Remove-ZecInstance -Force")]
    [InlineData("Get-ZecInstanceStatus -Status STOPPED -First 2 | Restore | Remove-ZecInstance -Force")]
    [InlineData("Get-ZecInstance -Status STOPPED -First 2 | Restore | Start-ZecInstance")]
    [InlineData("Get-ZecInstance -Status RUNNING -First 2 | Restore | Stop-ZecInstance")]
    [InlineData("Get-ZecInstance -Status RUNNING -First 2 | Restore | Restart-ZecInstance")]
    [InlineData("Get-ZecInstance -Status STOPPED -First 2 | Restore | Reset-ZecInstance -Force")]
    [InlineData("Get-ZecInstance -First 2 | Restore | Set-ZecInstance -Name renamed")]
    [InlineData("$two = Get-ZecInstance -Status STOPPED -First 2 | Restore; Remove-ZecInstance $two -Force")]
    public void Restored_instances_are_instances(string script)
    {
        // The first instances are those that refuse to be released.
        _session.Must("Connect-Zec -Simulator");

        Assert.Equal(2, _session.Must(script).Single<ZecBatchResult>().SucceededIds.Length);
    }

    [Fact]
    public void A_restored_elastic_IP_keeps_its_name_in_the_question()
    {
        _session.Must("$eip = Get-ZecEip -Unused -First 1; $eip | Restore | Remove-ZecEip -WhatIf");

        var eip = _session.Must("$eip").Single<ZecEip>();
        Assert.NotEmpty(eip.Name!);
        Assert.Contains(_session.Host.Lines, line => line.StartsWith("What if:", StringComparison.Ordinal)
            && line.EndsWith($"on target \"{eip.Name} ({eip.EipId})\".", StringComparison.Ordinal));
    }

    [Fact]
    public void Restored_instances_are_looked_up_and_waited_for()
    {
        Assert.Equal(2, _session.Must("@(Get-ZecInstance -First 2 | Restore | Get-ZecInstance).Count").Single<int>());
        Assert.Equal(2, _session.Must("@(Get-ZecInstance -Status RUNNING -First 2 | Restore | Wait-ZecInstance -Until RUNNING).Count").Single<int>());
    }

    [Theory]
    [InlineData("Get-ZecZone eu-west-1a")]
    [InlineData("Get-ZecImage -ZoneId eu-west-1a -Name Debian*")]
    [InlineData("Get-ZecConnection")]
    [InlineData("New-ZecInstance -ZoneId eu-west-1a -InstanceType z2a.cpu.1 -ImageId debian12_20240712 -SubnetId s-1")]
    public void Restored_objects_of_another_kind_are_refused(string script)
    {
        _session.Must($"$restored = {script} | Restore");

        var run = _session.Run("$restored | Remove-ZecInstance -Force");

        Assert.NotEmpty(run.Errors);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void A_restored_instance_of_another_account_is_refused()
    {
        _session.Must("$saved = Get-ZecInstance -First 1 | Restore; Connect-Zec -Simulator");

        var run = _session.Run("$saved | Remove-ZecInstance -Force");

        Assert.Equal("OtherAccount", Assert.Single(run.Errors).FullyQualifiedErrorId.Split(',')[0]);
        Assert.Empty(run.Output);
    }

    private void Compare(string script, string kind, string[] properties)
    {
        var run = _session.Run($"$live = @({script})[0]; $live; $live | Restore");
        var (live, restored) = (run.Output[0], run.Output[1]);

        Assert.Null(run.Terminating);
        Assert.Equal(kind, restored.TypeNames[0]);
        Assert.All(properties, name => Assert.Equal(Text(live, name), Text(restored, name)));
        Assert.NotEmpty(Text(restored, properties[0]));
        Assert.NotEmpty(Text(restored, "Account"));
    }

    private static string Text(PSObject item, string property) => LanguagePrimitives.ConvertTo<string>(item.Properties[property].Value);
}
