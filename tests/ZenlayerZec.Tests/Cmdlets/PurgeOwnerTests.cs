using System.Text.Json;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>-PurgeDependentResource deletes only what was attached to the instance directly before its release, whatever its object says.</summary>
public class PurgeOwnerTests
{
    private const string Purge = "$i | Remove-ZecInstance -Force -PurgeDependentResource";

    [Theory]
    [InlineData(Purge)]
    [InlineData("$plan | Remove-ZecInstance -Force -PurgeDependentResource")]
    public async Task A_disk_in_the_recycle_bin_that_the_instance_still_names_is_not_destroyed(string script)
    {
        await using var account = await StartAsync();
        account.Session.Must("$i = Get-ZecInstance i-1; $plan = $i | Get-ZecReleasePlan");

        // The instance names the disk all the same, as it may for a while.
        Binned(account);

        var run = account.Run(script);

        AssertSpared(run, account);
    }

    [Fact]
    public async Task A_disk_that_was_detached_and_released_since_the_listing_is_not_destroyed()
    {
        await using var account = await StartAsync();
        account.Session.Must("$i = Get-ZecInstance i-1");
        account.Simulator.Other.Act("DetachDisks", $$"""{ "diskIds": ["{{ReleaseAccount.Portable}}"], "instanceCheckFlag": false }""");
        account.Simulator.Other.Act("ReleaseDisk", $$"""{ "diskId": "{{ReleaseAccount.Portable}}" }""");
        Assert.Equal("RECYCLED", Status(account, "Disk", ReleaseAccount.Portable, "diskStatus"));

        account.Run(Purge);

        Assert.Equal("RECYCLED", Status(account, "Disk", ReleaseAccount.Portable, "diskStatus"));
        Assert.Equal(0, account.Simulator.CarriedOutCount("ReleaseDisk", ReleaseAccount.Portable));
    }

    [Fact]
    public async Task An_elastic_IP_that_was_unbound_and_released_after_the_list_of_elastic_IPs_is_not_destroyed()
    {
        await using var account = await StartAsync();
        var eip = ReleaseAccount.Eip(account);
        account.Session.Must("$i = Get-ZecInstance i-1");
        var lists = 0;
        account.Simulator.After(request => request.Action == "DescribeEips" && ++lists == 1, () =>
        {
            account.Simulator.Other.Act("UnassociateEipAddress", $$"""{ "eipIds": ["{{eip}}"] }""");
            account.Simulator.Other.Act("DeleteEip", $$"""{ "eipId": "{{eip}}" }""");
        });

        var run = account.Run(Purge);

        Assert.Equal("RECYCLED", Status(account, "Eip", eip, "status"));
        Assert.Equal(0, account.Simulator.CarriedOutCount("DeleteEip", eip));
        Assert.Contains(run.Of<ZecBatchResult>()[0].UnknownDependents!, unknown => unknown.Detail == eip);
        Assert.DoesNotContain(run.Of<ZecBatchResult>()[0].ReleasedDependents!, thing => thing.Id == eip);
    }

    [Fact]
    public async Task An_elastic_IP_that_is_bound_to_something_else_too_is_not_destroyed()
    {
        await using var account = await StartAsync();
        var eip = ReleaseAccount.Eip(account);
        account.Simulator.ChangeRow("Eip", eip, """{ "associatedId": "lb-7", "associatedType": "LB" }""");
        account.Session.Must("$i = Get-ZecInstance i-1");

        account.Run(Purge);

        Assert.Equal("RECYCLED", Status(account, "Eip", eip, "status"));
    }

    [Theory]
    [InlineData("DescribeDisks", "ReleaseDisk")]
    [InlineData("DescribeEips", "DeleteEip")]
    public async Task Where_the_look_directly_before_the_release_fails_nothing_is_destroyed_and_each_is_told_as_failed(string look, string deletion)
    {
        await using var account = await StartAsync();
        var (eip, looks) = (ReleaseAccount.Eip(account), 0);
        account.Session.Must("$i = Get-ZecInstance i-1");
        account.Simulator.FaultFor = request => request.Action == look && ++looks == (look == "DescribeEips" ? 2 : 1)
            ? SimulatedFault.Error(400, "OPERATION_DENIED_BUSY") : null;

        var run = account.Run(Purge);

        string[] spared = look == "DescribeEips" ? [eip] : [ReleaseAccount.Boot, ReleaseAccount.Fixed, ReleaseAccount.Portable];
        var failed = Assert.Single(run.Of<ZecBatchResult>(), result => result.Action == deletion);
        Assert.Equal(spared, failed.FailedIds.Order(StringComparer.Ordinal));
        Assert.Equal("OPERATION_DENIED_BUSY", failed.ErrorCode);
        Assert.Contains("before the release", Assert.Single(run.Errors).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(deletion, ReleaseAccount.Sent(account));
        Assert.Equal(
            spared, account.Session.Must($"(Get-ZecOperation | Where-Object Action -eq {deletion}).FailedIds").Of<string>().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_went_for_good_with_its_instance_is_in_the_record_too()
    {
        await using var account = await ReleaseAccount.StartAsync();

        account.Session.Must("Get-ZecInstance i-1 | Remove-ZecInstance -Force -PurgeDependentResource");

        Assert.Equal(["ReleaseInstances", "ReleaseDisk", "DeleteEip"], account.Session.Must("(Get-ZecOperation).Action").Of<string>());
    }

    private static void AssertSpared(Engine.PowerShellRun run, ServedAccount account)
    {
        var released = run.Of<ZecBatchResult>()[0];
        Assert.Equal(["i-1"], released.SucceededIds);
        Assert.DoesNotContain(released.ReleasedDependents!, thing => thing.Id == ReleaseAccount.Portable);
        Assert.Contains(released.UnknownDependents!, unknown => unknown.Kind == "Disk" && unknown.Detail == ReleaseAccount.Portable);
        Assert.Contains(run.Warnings, warning => warning.Contains(ReleaseAccount.Portable, StringComparison.Ordinal));
        Assert.Equal(0, account.Simulator.CarriedOutCount("ReleaseDisk", ReleaseAccount.Portable));
    }

    /// <summary>Puts a disk into the recycle bin, with the instance that it was attached to.</summary>
    private static void Binned(ServedAccount account) => account.Simulator.SetStatus("Disk", ReleaseAccount.Portable, "RECYCLED");

    private static Task<ServedAccount> StartAsync() => ReleaseAccount.StartAsync(options =>
    {
        options.DependentRecycleBin = true;
        options.ActionTimes["DeleteEip"] = TimeSpan.Zero;
        options.ActionTimes["UnassociateEipAddress"] = TimeSpan.Zero;
    });

    private static string? Status(ServedAccount account, string kind, string id, string field)
        => account.Simulator.Row(kind, id) is { } row && row.TryGetProperty(field, out JsonElement value) ? value.GetString() : null;
}
