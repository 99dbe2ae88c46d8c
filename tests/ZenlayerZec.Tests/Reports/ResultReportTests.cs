using ZenlayerZec.Client.Batching;
using ZenlayerZec.Simulator;
using ZenlayerZec.Tests.Cmdlets;

namespace ZenlayerZec.Tests.Reports;

/// <summary>What a report says of what was changed.</summary>
public class ResultReportTests
{

    [Fact]
    public async Task Every_ID_is_there_with_its_outcome_and_its_reason()
    {
        await using var account = await ServedAccount.StartAsync(options =>
        {
            options.FailureCount = 2;
            options.ProtectedCount = 3;
        });
        account.Run("""
            $all = Get-ZecInstance
            $kept = ($all | Where-Object { $_.Tags['zec:keep'] }).InstanceId
            $results = @($all[0..120].InstanceId; $kept; '1394000000099999999') | Remove-ZecInstance -Force
            """);
        var results = account.Session.Must("$results").Of<ZecBatchResult>();

        var page = new Page(account.Session.Must("$results | ConvertTo-ZecReport").Single<string>());

        Assert.Equal(
            [$"{results.Sum(result => result.SucceededIds.Length)}", $"{results.Sum(result => result.FailedIds.Length)}", "0", $"{results.Sum(result => result.SkippedIds.Length)}"],
            page.Row("Totals", "ReleaseInstances"));
        Assert.NotEmpty(results.SelectMany(result => result.SkippedIds));
        Assert.Contains(page.Rows("Not done"), row => row[0] == "Skipped" && row[1].StartsWith("It has the protected tag zec:keep", StringComparison.Ordinal));
        Assert.Contains(page.Rows("Not done"), row => row[0] == "Failed" && row[1].Contains("There is no instance 1394000000099999999", StringComparison.Ordinal));
        Assert.Contains(page.Rows("Not done"), row => row[0] == "Failed" && row[1].StartsWith("The service refused it and gave no reason.", StringComparison.Ordinal));
        Assert.All(results, result =>
        {
            Assert.Contains(result.RequestId!, page.Table("Batches").Value, StringComparison.Ordinal);
            Assert.All(result.SucceededIds.Concat(result.FailedIds).Concat(result.SkippedIds), id => Assert.Contains(id, page.Table("Batches").Value, StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task What_is_unknown_says_how_it_was_last_seen()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session.Must($"Connect-Zec -Endpoint $endpoint -AccessKeyId {new SimulatorOptions().AccessKeyId} -AccessKeySecret $secret -SettleTimeoutSec 1");
        account.Simulator.FaultFor = request => request.Action == "RebootInstances" ? SimulatedFault.Drop(carriesOut: false) : null;
        account.Run("$results = Get-ZecInstance -Status RUNNING -First 2 | Restart-ZecInstance");

        var page = new Page(account.Session.Must("$results | ConvertTo-ZecReport").Single<string>());

        Assert.Equal(["0", "0", "2", "0"], page.Row("Totals", "RebootInstances"));
        var row = Assert.Single(page.Rows("Not done"));
        Assert.Equal(("Unknown", "2"), (row[0], row[2]));
        Assert.Contains("Last seen as RUNNING", row[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_copy_of_a_result_is_reported_too(int levels)
    {
        await using var account = await ServedAccount.StartAsync(options => options.FailureCount = 1);
        account.Run("$results = Get-ZecInstance -First 3 | Remove-ZecInstance -Force -KeepDependentResource; $results += Remove-ZecInstance i-gone, $results[0].FailedIds[0] -Force");

        var live = new Page(account.Session.Must("$results | ConvertTo-ZecReport").Single<string>());
        var copy = new Page(account.Session.Must(
            $"[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($results, {levels})) | ConvertTo-ZecReport").Single<string>());

        foreach (var table in new[] { "Totals", "With the instances", "Batches" })
        {
            Assert.Equal(live.Rows(table), copy.Rows(table));
        }

        Assert.Equal(live.Elements("section").Single().Elements("p").First().Value, copy.Elements("section").Single().Elements("p").First().Value);
    }

    [Theory]
    [InlineData("", "Goes")]
    [InlineData("-KeepDependentResource", "Stays")]
    public async Task What_goes_with_the_instances_and_what_stays_is_named_in_the_batch_and_counted(string parameter, string fate)
    {
        await using var account = await ServedAccount.StartAsync();
        var result = account.Session.Must($"$results = Get-ZecInstance -Status STOPPED -First 20 | Remove-ZecInstance -Force {parameter} 3>$null; $results")
            .Single<ZecBatchResult>();
        var things = fate == "Goes" ? result.ReleasedDependents! : result.KeptDependents!;

        var page = new Page(account.Session.Must("$results | ConvertTo-ZecReport").Single<string>());

        var disks = things.Where(thing => thing.Kind == "Disk").Select(thing => thing.Id).ToArray();
        Assert.NotEmpty(disks);
        Assert.Contains(page.Rows("Batches"), row => row.SequenceEqual([fate, $"Disks{string.Join(' ', disks)}", $"{disks.Length}"]));
        Assert.Equal($"{disks.Length}", page.Row("With the instances", "Disks")[fate == "Goes" ? 0 : 1]);
        Assert.All(result.UnknownDependents!, unknown => Assert.Contains(
            page.Rows("Batches"), row => row[0] == "Not known" && row[1].Contains(unknown.Reason, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Several_actions_have_a_line_each_and_a_sum()
    {
        await using var account = await ServedAccount.StartAsync();
        account.Session.Must("$results = @(Get-ZecInstance -Status RUNNING -First 2 | Stop-ZecInstance; Get-ZecInstance -Status STOPPED -First 1 | Start-ZecInstance)");

        var page = new Page(account.Session.Must("@($results; $results[0]) | ConvertTo-ZecReport").Single<string>());

        Assert.Equal(["2", "0", "0", "0"], page.Row("Totals", "StopInstances"));
        Assert.Equal(["1", "0", "0", "0"], page.Row("Totals", "StartInstances"));
        Assert.Equal(["3", "0", "0", "0"], page.Row("Totals", "Total"));
        Assert.False(page.HasTable("Not done"));
    }
}
