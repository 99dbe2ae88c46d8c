using System.Text;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Client;

/// <summary>What a tag protects is neither released nor reset, however little was known of it before.</summary>
public class ProtectionTests
{
    private static readonly WriteOperation Release = InstanceOperations.Release(dependentResources: true, purge: false);

    [Theory]
    [InlineData("zec:keep", "zec:keep", "", true)]
    [InlineData("zec:keep", "zec:keep", "no", true)]
    [InlineData("zec:keep", "ZEC:Keep", "x", true)]
    [InlineData(" zec:keep ", "zec:keep ", "x", true)]
    [InlineData("zec:keep", "zec:keeper", "x", false)]
    [InlineData("zec:keep", "keep", "x", false)]
    [InlineData("env=prod", "env", "prod", true)]
    [InlineData("env=prod", "Env", " PROD", true)]
    [InlineData("env = prod", "env", "prod", true)]
    [InlineData("env=prod", "env", "dev", false)]
    [InlineData("env=prod", "env", "", false)]
    [InlineData("env=", "env", "", true)]
    [InlineData("env=", "env", "x", false)]
    [InlineData("formula=a=b", "formula", "a=b", true)]
    public void A_key_protects_with_any_value_and_a_pair_with_its_own(string text, string key, string value, bool isIn)
        => Assert.Equal(isIn, ProtectedTag.Parse(text)!.IsIn(new Dictionary<string, string> { ["role"] = "web", [key] = value }));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("=prod")]
    [InlineData(" = ")]
    public void What_has_no_key_is_no_tag(string text) => Assert.Null(ProtectedTag.Parse(text));

    [Theory]
    [InlineData("text")]
    [InlineData("row")]
    [InlineData("state")]
    [InlineData("old")]
    public async Task What_does_not_say_its_tags_is_looked_at(string how)
    {
        using var service = Start(account => account.ProtectedCount = 50);
        var kept = Kept(service);
        var ids = service.Simulator.Instances.Select(instance => instance.InstanceId).ToArray();
        var reading = new Reading(service.Client);
        WriteItem[] items = [.. service.Simulator.Instances.Select(instance => how switch
        {
            "text" => new WriteItem(instance.InstanceId),
            "row" => new WriteItem(instance.InstanceId).ReadAs(instance.Status, reading: null),
            "state" => new WriteItem(instance.InstanceId).ReadAs(instance.Status, reading),
            _ => new WriteItem(instance.InstanceId).ReadAs(instance.Status, reading, isUnprotected: true),
        })];
        service.Clock.Advance(TimeSpan.FromSeconds(how == "old" ? 31 : 1));

        var results = await RunAsync(service, items);

        Assert.Equal(kept, results.SelectMany(result => result.SkippedIds).Order(StringComparer.Ordinal));
        Assert.Equal(ids.Except(kept).Order(StringComparer.Ordinal), results.SelectMany(result => result.SucceededIds).Order(StringComparer.Ordinal));
        Assert.All(results.SelectMany(result => result.SkipReasons.Values), reason => Assert.Equal("has the protected tag zec:keep (-IncludeProtected)", reason));
        Assert.All(kept, id => Assert.Equal(0, service.Simulator.ReleaseCount(id)));
        Assert.Equal((0, 3, 3), (service.Sent("DescribeInstancesStatus"), service.Sent("DescribeInstances"), service.Sent("ReleaseInstances")));
    }

    [Fact]
    public async Task A_fresh_object_that_no_tag_protects_costs_no_look()
    {
        using var service = Start();
        var reading = new Reading(service.Client);

        await RunAsync(service, service.Ids(250).Select(id => new WriteItem(id).ReadAs("STOPPED", reading, isUnprotected: true)));

        Assert.Equal((3, 3), (service.Simulator.Calls.Count, service.Sent("ReleaseInstances")));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Where_nothing_is_protected_the_light_look_is_enough(bool includeProtected, bool isConfigured)
    {
        using var service = isConfigured ? Start(account => account.ProtectedCount = 5) : new SimulatedService(account => account.ProtectedCount = 5);

        var results = await RunAsync(
            service,
            service.Ids(250).Select(id => new WriteItem(id)),
            InstanceOperations.Release(dependentResources: true, purge: false, includeProtected));

        Assert.Equal(250, results.Sum(result => result.SucceededIds.Length));
        Assert.Equal((0, 3), (service.Sent("DescribeInstances"), service.Sent("DescribeInstancesStatus")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task In_the_recycle_bin_it_is_protected_all_the_more(bool purge)
    {
        using var service = Start(account => (account.ProtectedCount, account.RecycleBin) = (1, true));
        var kept = Assert.Single(Kept(service));
        service.Simulator.SetStatus(kept, "RECYCLE");

        var result = Assert.Single(await RunAsync(
            service, [new WriteItem(kept).ReadAs("RECYCLE", reading: null)], InstanceOperations.Release(dependentResources: true, purge)));

        Assert.Contains("protected tag", Assert.Single(result.SkipReasons).Value, StringComparison.Ordinal);
        Assert.Equal(0, service.Sent("ReleaseInstances"));
    }

    [Fact]
    public async Task A_reset_spares_it_too()
    {
        using var service = Start(account => account.ProtectedCount = 1);
        var kept = Assert.Single(Kept(service));

        var result = Assert.Single(await RunAsync(service, [new WriteItem(kept)], InstanceOperations.Reset()));

        Assert.Equal([kept], result.SkippedIds);
        Assert.Equal(0, service.Sent("ResetInstances"));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("\"zec:keep\"")]
    [InlineData("[]")]
    [InlineData("[\"zec:keep\"]")]
    [InlineData("{\"tags\":5}")]
    [InlineData("{\"tags\":[7]}")]
    [InlineData("{\"tags\":[{\"key\":{},\"value\":\"x\"}]}")]
    [InlineData("{\"tags\":[{\"key\":\"env\",\"value\":[]}]}")]
    public async Task Where_its_tags_cannot_be_read_nothing_is_sent_and_the_error_says_why(string tags)
    {
        using var service = Start();
        var ids = service.Ids(2);
        service.Simulator.FaultFor = request => request.Action == "DescribeInstances" ? SimulatedFault.Answer(200, "application/json", Encoding.UTF8.GetBytes(Page(ids[0], tags, ids[1])), carriesOut: true) : null;

        var result = Assert.Single(await RunAsync(service, ids.Select(id => new WriteItem(id))));

        Assert.Equal((ids[0], "TagsUnknown"), (Assert.Single(result.FailedIds), Assert.Single(result.Failures).Key.Code));
        Assert.Equal([ids[1]], result.SucceededIds);
        Assert.Equal(0, service.Simulator.ReleaseCount(ids[0]));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"tags\":null}")]
    [InlineData("{\"tags\":[]}")]
    [InlineData("{\"tags\":[null]}")]
    public async Task Where_it_has_no_tags_it_is_released(string tags)
    {
        using var service = Start();
        var ids = service.Ids(2);
        service.Simulator.FaultFor = request => request.Action == "DescribeInstances" ? SimulatedFault.Answer(200, "application/json", Encoding.UTF8.GetBytes(Page(ids[0], tags, ids[1])), carriesOut: true) : null;

        var result = Assert.Single(await RunAsync(service, ids.Select(id => new WriteItem(id))));

        Assert.Equal(ids, result.SucceededIds);
    }

    private static string Page(string first, string tags, string second) => $$$"""
        {"requestId":"T1","response":{"requestId":"T1","totalCount":2,"dataSet":[
        {"instanceId":"{{{first}}}","status":"STOPPED","tags":{{{tags}}}},
        {"instanceId":"{{{second}}}","status":"STOPPED"}]}}
        """;

    private static SimulatedService Start(Action<SimulatorOptions>? configure = null)
        => new(configure, options => options.ProtectedTags = [ProtectedTag.Parse("zec:keep")!]);

    private static string[] Kept(SimulatedService service) =>
    [
        .. service.Simulator.Instances.Where(instance => instance.Tags.ContainsKey("zec:keep")).Select(instance => instance.InstanceId).Order(StringComparer.Ordinal),
    ];

    private static async Task<List<ZecBatchResult>> RunAsync(SimulatedService service, IEnumerable<WriteItem> items, WriteOperation? operation = null)
    {
        using var run = new WriteRun(service.Client, operation ?? Release, items, service.Call, CancellationToken.None);
        var results = new List<ZecBatchResult>();
        while (await run.NextAsync() is { } result)
        {
            results.Add(result);
        }

        return results;
    }
}
