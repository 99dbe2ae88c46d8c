using ZenlayerZec.Client.Batching;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>A release that was limited, by a plan or to what is in the recycle bin, is not resumed as one that does more.</summary>
public class ResumeLimitTests
{
    [Theory]
    [InlineData("$results | Resume-ZecOperation -Force")]
    [InlineData("Get-ZecOperation | Resume-ZecOperation -Force")]
    public async Task What_a_plan_does_not_show_is_not_released_by_resuming(string script)
    {
        await using var account = await ReleaseAccount.StartAsync();
        account.Simulator.FaultFor = request => request.Action == "ReleaseInstances" ? SimulatedFault.Error(400, "OPERATION_DENIED_BUSY") : null;
        account.Run("$results = Get-ZecInstance i-1 | Get-ZecReleasePlan -NoPrice | Remove-ZecInstance -Force");
        account.Simulator.FaultFor = null;
        account.Session.Must("New-ZecDisk asia-east-1a late -SizeGiB 20 -Wait | Mount-ZecDisk -InstanceId i-1 -Wait");

        var run = account.Run(script);

        Assert.Equal(["i-1"], run.Single<ZecBatchResult>().SkippedIds);
        Assert.Equal(
            "ReleaseInstances was not resumed for the instance i-1: a plan says what was to be released, and it is not kept. Make it again with Get-ZecReleasePlan, "
                + "and pipe it to Remove-ZecInstance.",
            Assert.Single(run.Warnings));
        Assert.Equal(1, account.Releases);
    }

    [Fact]
    public async Task A_lost_answer_to_a_release_by_a_plan_is_settled_all_the_same()
    {
        await using var account = await ReleaseAccount.StartAsync();
        account.Session.Must($"Connect-Zec -Endpoint $endpoint -AccessKeyId {new SimulatorOptions().AccessKeyId} -AccessKeySecret $secret -SettleTimeoutSec 1");
        account.Simulator.FaultFor = request => request.Action == "ReleaseInstances" ? SimulatedFault.Drop(carriesOut: false) : null;
        account.Run("$results = Get-ZecInstance i-1 | Get-ZecReleasePlan -NoPrice | Remove-ZecInstance -Force");
        account.Simulator.FaultFor = null;
        account.Simulator.Other.Release("i-1");

        var run = account.Session.Must("$results | Resume-ZecOperation -Force");

        Assert.Equal(["i-1"], run.Single<ZecBatchResult>().SucceededIds);
    }

    [Fact]
    public async Task An_instance_that_was_restored_after_a_failed_permanent_deletion_is_not_released_by_resuming()
    {
        await using var account = await ReleaseAccount.StartAsync(options => options.RecycleBin = true);
        var releases = 0;
        account.Simulator.FaultFor = request => request.Action == "ReleaseInstances" && ++releases == 2 ? SimulatedFault.Error(400, "OPERATION_DENIED_BUSY") : null;
        account.Run("$results = Get-ZecInstance i-1 | Remove-ZecInstance -Force -Purge");
        account.Simulator.SetStatus("i-1", "STOPPED");

        var run = account.Run("$results | Resume-ZecOperation -Force");

        Assert.Equal(["i-1"], run.Single<ZecBatchResult>().SkippedIds);
        Assert.EndsWith("only what is in the recycle bin was to be deleted permanently.", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Equal(2, account.Releases);
    }

    [Fact]
    public async Task What_is_in_the_recycle_bin_still_is_deleted_permanently_by_resuming()
    {
        await using var account = await ReleaseAccount.StartAsync(options => options.RecycleBin = true);
        var releases = 0;
        account.Simulator.FaultFor = request => request.Action == "ReleaseInstances" && ++releases == 2 ? SimulatedFault.Error(400, "OPERATION_DENIED_BUSY") : null;
        account.Run("$results = Get-ZecInstance i-1 | Remove-ZecInstance -Force -Purge");

        account.Session.Must("$results | Resume-ZecOperation -Force");

        Assert.DoesNotContain(account.Simulator.Instances, instance => instance.InstanceId == "i-1");
    }

    [Fact]
    public async Task A_release_that_a_look_shows_as_done_says_that_what_went_with_it_was_not_deleted_permanently()
    {
        await using var account = await ReleaseAccount.StartAsync();
        account.Session.Must($"Connect-Zec -Endpoint $endpoint -AccessKeyId {new SimulatorOptions().AccessKeyId} -AccessKeySecret $secret -SettleTimeoutSec 1");
        account.Simulator.FaultFor = request => request.Action == "ReleaseInstances" ? SimulatedFault.Drop(carriesOut: false) : null;
        account.Run("$results = Get-ZecInstance i-1 | Remove-ZecInstance -Force -PurgeDependentResource");
        account.Simulator.FaultFor = null;
        account.Simulator.Other.Release("i-1");

        var run = account.Run("$results | Resume-ZecOperation -Force");

        Assert.Equal(["i-1"], run.Single<ZecBatchResult>().SucceededIds);
        Assert.StartsWith("The disks and elastic IPs of the instance i-1 were not read directly before the release", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }
}
