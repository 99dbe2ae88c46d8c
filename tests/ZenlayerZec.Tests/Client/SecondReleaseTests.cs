using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Tests.Client;

/// <summary>A release goes to nothing that another release has taken, or that somebody wants back.</summary>
public class SecondReleaseTests
{
    private static readonly WriteOperation Release = InstanceOperations.Release(dependentResources: true, purge: false);

    [Fact]
    public async Task What_lies_in_the_recycle_bin_by_its_other_name_is_skipped()
    {
        using var service = new SimulatedService(account => account.RecycleBin = true);
        string[] ids = [.. service.Ids(2)];
        service.Simulator.SetStatus(ids[0], "RECYCLED");

        var result = Assert.Single(await service.ReleaseAsync(ids, looked: false));

        Assert.Equal(ids[..1], result.SkippedIds);
        Assert.Equal(0, service.Simulator.ReleaseCount(ids[0]));
    }

    [Theory]
    [InlineData("RECYCLED")]
    [InlineData("recycle")]
    public void Nothing_is_proved_by_the_other_name_of_the_state_before(string now)
        => Assert.Equal(Fate.Stands, InstanceOperations.Release(dependentResources: true, purge: true).Settle.Judge("RECYCLE", now));

    [Fact]
    public void A_state_that_the_service_does_not_give_allows_no_second_request()
        => Assert.Equal(Fate.Unknown, InstanceOperations.Start().Settle.Judge(null, string.Empty));

    [Fact]
    public async Task Another_name_for_the_connection_does_not_hide_the_release()
    {
        using var service = new SimulatedService(account => account.RecycleBin = true);
        using var named = Beside(service, "prod");
        var ids = service.Ids(3);
        WriteItem[] read = [.. ids.Select(id => new WriteItem(id).ReadAs("STOPPED", new Reading(named.Client)))];

        await service.ReleaseAsync(ids);
        var results = await RunAsync(named, read);

        Assert.All(ids, id => Assert.Equal(1, service.Simulator.ReleaseCount(id)));
        Assert.Equal(ids, Assert.Single(results).SkippedIds);
    }

    [Fact]
    public async Task What_another_command_released_between_the_look_and_the_request_is_looked_at_again()
    {
        using var service = new SimulatedService(account => account.RecycleBin = true);
        var ids = service.Ids(3);
        service.Simulator.After(request => request.Action == "DescribeInstancesStatus", () =>
        {
            service.Simulator.SetStatus(ids[1], "RECYCLE");
            Sent(service, ids[1]);
            Came(service, ids[1]);
        });

        var result = Assert.Single(await service.ReleaseAsync(ids, looked: false));

        Assert.Equal(ids.Skip(1).Take(1), result.SkippedIds);
        Assert.Equal(0, service.Simulator.ReleaseCount(ids[1]));
    }

    [Fact]
    public async Task What_another_command_is_releasing_at_the_moment_is_skipped()
    {
        using var service = new SimulatedService(account => account.RecycleBin = true);
        var ids = service.Ids(3);
        Sent(service, ids[1]);

        var result = Assert.Single(await service.ReleaseAsync(ids));

        Assert.Equal(ids.Skip(1).Take(1), result.SkippedIds);
        Assert.Equal("is already being released", result.SkipReasons[ids[1]]);
        Assert.Equal(0, service.Simulator.ReleaseCount(ids[1]));
    }

    [Fact]
    public async Task What_somebody_took_out_of_the_recycle_bin_is_not_released_again()
    {
        using var service = new SimulatedService(account => account.RecycleBin = true);
        var ids = service.In("STOPPED", 2);
        service.Simulator.SetStatus(ids[1], "RECYCLE");
        WriteItem[] items = [.. ids.Select(id => new WriteItem(id).ReadAs("RECYCLE", null))];

        var result = Assert.Single(await RunAsync(service, items, InstanceOperations.Release(dependentResources: true, purge: true)));

        Assert.Equal(ids[..1], result.SkippedIds);
        Assert.Equal(ids[1..], result.SucceededIds);
        Assert.Equal("was RECYCLE when it was read, and is STOPPED now", result.SkipReasons[ids[0]]);
        Assert.Equal(0, service.Simulator.ReleaseCount(ids[0]));
    }

    [Fact]
    public async Task A_start_that_this_process_took_back_explains_nothing()
    {
        using var service = new SimulatedService(account => account.TransitionTime = TimeSpan.Zero);
        var ids = service.In("STOPPED", 1);
        var items = service.Items(ids).ToArray();
        await service.RunAsync(InstanceOperations.Start(), ids);
        await service.RunAsync(InstanceOperations.Stop(powerOff: false), ids);
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        service.Simulator.SetStatus(ids[0], "RUNNING");

        Assert.Equal(ids, Assert.Single(await RunAsync(service, items)).SkippedIds);
    }

    private static void Sent(SimulatedService service, string id)
        => service.Client.SentTo(Release.Kind).TryBegin(Release, [id], _ => true);

    private static void Came(SimulatedService service, string id)
        => service.Client.SentTo(Release.Kind).End(Release, [id], service.Clock, mayHaveTaken: true);

    private static SimulatedService Beside(SimulatedService service, string name) => new(connect: options =>
    {
        options.Account = name;
        options.Handler = service.Simulator.CreateHandler();
        options.Sent = service.Options.Sent;
        options.Clock = service.Clock;
    });

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
