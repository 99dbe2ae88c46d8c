using ZenlayerZec.Client.Batching;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>How instances are named, and what is refused before anything is sent.</summary>
public class BindingTests
{
    [Theory]
    [InlineData("Remove-ZecInstance $a, $b -Force")]
    [InlineData("Remove-ZecInstance -InstanceId $a, $b -Force")]
    [InlineData("Remove-ZecInstance -Id $a, $b -Force")]
    [InlineData("$a, $b | Remove-ZecInstance -Force")]
    [InlineData("$a, $b, $a | Remove-ZecInstance -Force")]
    [InlineData("[pscustomobject]@{ InstanceId = $a; Owner = 'x' }, [pscustomobject]@{ InstanceId = $b; Owner = 'y' } | Remove-ZecInstance -Force")]
    [InlineData("[pscustomobject]@{ Id = $a }, [pscustomobject]@{ Id = $b } | Remove-ZecInstance -Force")]
    [InlineData("Get-ZecInstance $a, $b | Remove-ZecInstance -Force")]
    [InlineData("Remove-ZecInstance (Get-ZecInstance $a, $b) -Force")]
    [InlineData("Remove-ZecInstance -InputObject (Get-ZecInstance $a, $b) -Force")]
    [InlineData("Remove-ZecInstance -InstanceId (Get-ZecInstance $a, $b) -Force")]
    [InlineData("$a, $b | Get-ZecInstance | Get-ZecInstance | Remove-ZecInstance -Force")]
    [InlineData("& ([scriptblock]::Create(\"Remove-ZecInstance $a, $b -Force\"))")]
    public async Task Instances_are_named_in_any_of_these_ways(string script)
    {
        await using var account = await ServedAccount.StartAsync();
        var ids = account.Simulator.Instances.Skip(3).Take(2).Select(instance => instance.InstanceId).ToArray();
        account.Session["a"] = ids[0];
        account.Session["b"] = ids[1];

        var run = account.Run(script);

        Assert.Empty(run.Errors);
        Assert.Equal(ids, run.Single<ZecBatchResult>().SucceededIds);
    }

    [Theory]
    [InlineData("@{ Foo = 1 } | Remove-ZecInstance -Force", "System.Collections.Hashtable")]
    [InlineData("@{ InstanceId = 'i-1' } | Remove-ZecInstance -Force", "System.Collections.Hashtable")]
    [InlineData("Remove-ZecInstance @{ InstanceId = 'i-1' } -Force", "System.Collections.Hashtable")]
    [InlineData("[Diagnostics.Process]::GetCurrentProcess() | Remove-ZecInstance -Force", "System.Diagnostics.Process")]
    [InlineData("[IO.FileInfo]'web-1' | Remove-ZecInstance -Force", "System.IO.FileInfo")]
    [InlineData("[guid]::NewGuid() | Remove-ZecInstance -Force", "System.Guid")]
    [InlineData("(Get-ZecInstance -First 1).Nics | Remove-ZecInstance -Force", "ZecNic")]
    [InlineData("(Get-ZecInstance -First 1).SystemDisk | Remove-ZecInstance -Force", "ZecSystemDisk")]
    [InlineData("[pscustomobject]@{ Id = 4711 } | Remove-ZecInstance -Force", "not a valid instance ID")]
    [InlineData("[pscustomobject]@{ Name = 'web-1' } | Remove-ZecInstance -Force", "not a valid instance ID")]
    [InlineData("4711, $true | Remove-ZecInstance -Force", "not a valid instance ID")]
    [InlineData("Remove-ZecInstance ([decimal]1394000000010000007.50) -Force", "put the ID in quotes")]
    [InlineData("Remove-ZecInstance ([decimal]1394000000010000007) -Force", "put the ID in quotes")]
    [InlineData("Remove-ZecInstance 1394000000010000007.5 -Force", "put the ID in quotes")]
    [InlineData("Remove-ZecInstance 1394000000010000007.0 -Force", "put the ID in quotes")]
    [InlineData("Remove-ZecInstance 1.394000000010000007e18 -Force", "put the ID in quotes")]
    [InlineData("Remove-ZecInstance 1394000000010000007d -Force", "put the ID in quotes")]
    [InlineData("Remove-ZecInstance 13940000000100000071394 -Force", "put the ID in quotes")]
    [InlineData("Remove-ZecInstance -InstanceId (-1394000000010000007) -Force", "instance ID")]
    [InlineData("Remove-ZecInstance ([double]::NaN) -Force", "put the ID in quotes")]
    [InlineData("1394000000010000007.5 | Remove-ZecInstance -Force", "put the ID in quotes")]
    [InlineData("[pscustomobject]@{ InstanceId = 1394000000010000007.5 } | Remove-ZecInstance -Force", "instance ID")]
    [InlineData("$null | Remove-ZecInstance -Force", "null")]
    [InlineData("Remove-ZecInstance $null -Force", "null")]
    [InlineData("Remove-ZecInstance @() -Force", "empty")]
    [InlineData("Remove-ZecInstance '' -Force", "not a valid instance ID")]
    [InlineData("Remove-ZecInstance 'web 1' -Force", "not a valid instance ID")]
    [InlineData("Remove-ZecInstance '../../etc' -Force", "not a valid instance ID")]
    [InlineData("Remove-ZecInstance \"i-1`n\" -Force", "not a valid instance ID")]
    [InlineData("Remove-ZecInstance ('i' * 65) -Force", "not a valid instance ID")]
    [InlineData("Remove-ZecInstance -InputObject 'i-1' -Force", "InputObject")]
    [InlineData("Get-ZecInstance ''", "not a valid instance ID")]
    [InlineData("Get-ZecInstance -Name ''", "Name")]
    [InlineData("Get-ZecInstance -Tag @{}", "Tag")]
    [InlineData("Get-ZecInstance -Tag @{ env = $null }", "no value")]
    [InlineData("Remove-ZecInstance i-1 -Force -TimeoutSec 0", "TimeoutSec")]
    [InlineData("Remove-ZecInstance i-1 -Force -MaximumCount 0", "MaximumCount")]
    public async Task What_is_no_instance_is_refused_in_words_and_nothing_is_released(string script, string words)
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run(script);

        Assert.Contains(words, run.Everything, StringComparison.Ordinal);
        Assert.Contains(run.Errors.Append(run.Terminating), error => error is not null);
        Assert.Equal(0, account.Releases);
        Assert.Equal(250, account.Simulator.Instances.Count);
    }

    [Fact]
    public async Task A_bad_object_among_good_ones_is_an_error_of_its_own()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session["id"] = account.Simulator.Instances[0].InstanceId;

        var run = account.Run("@{ Foo = 1 }, $id | Remove-ZecInstance -Force");

        Assert.Single(run.Errors);
        Assert.Single(run.Single<ZecBatchResult>().SucceededIds);
    }
}
