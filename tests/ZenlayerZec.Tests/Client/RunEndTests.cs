using ZenlayerZec.Client.Batching;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Client;

/// <summary>A run ends, and accounts for every ID, also where what it stands on fails.</summary>
public class RunEndTests
{
    private static readonly WriteOperation Release = InstanceOperations.Release(dependentResources: true, purge: false);

    /// <summary>Which of the clock's timers cannot be had, and what becomes of the first request.</summary>
    public static TheoryData<int, string> Timers
    {
        get
        {
            var cases = new TheoryData<int, string>();
            foreach (var fault in (string[])["none", "drop", "again", "busy", "stop"])
            {
                foreach (var timer in Enumerable.Range(0, 14))
                {
                    cases.Add(timer, fault);
                }
            }

            return cases;
        }
    }

    [Fact]
    public async Task A_service_that_asks_for_long_waits_again_and_again_ends_the_attempts()
    {
        using var service = new SimulatedService();
        using var stop = new CancellationTokenSource();
        service.Simulator.FaultFor = request =>
        {
            if (service.Sent("ReleaseInstances") > 20)
            {
                stop.Cancel();
            }

            return request.Action == "ReleaseInstances"
                ? SimulatedFault.Error(429, "REQUEST_LIMIT_EXCEEDED", retryAfter: TimeSpan.FromSeconds(60))
                : null;
        };
        var ids = service.Ids(3);

        var result = Assert.Single(await service.ReleaseAsync(ids, stop: stop));

        Assert.Equal((ZecBatchStatus.Failed, "REQUEST_LIMIT_EXCEEDED", 4), (result.Status, result.ErrorCode, result.Attempts));
        Assert.Equal(4, service.Sent("ReleaseInstances"));
    }

    [Theory]
    [MemberData(nameof(Timers))]
    public async Task A_timer_that_cannot_be_had_costs_no_ID_its_account(int timer, string how)
    {
        using var service = new SimulatedService(connect: options => options.Clock = new FailingClock(options.Clock, timer));
        using var stop = new CancellationTokenSource();
        service.Simulator.Faults.Enqueue(how switch
        {
            "drop" or "again" => SimulatedFault.Drop(carriesOut: false),
            "busy" => SimulatedFault.Error(429, null, retryAfter: TimeSpan.FromSeconds(3)),
            "stop" => SimulatedFault.Hang(carriesOut: true),
            _ => null,
        });
        if (how == "stop")
        {
            service.Simulator.Before(request => request.Action == "ReleaseInstances", stop.Cancel);
        }

        var ids = service.Ids(250);

        var operation = how == "again" ? InstanceOperations.Set("renamed") : Release;
        var results = await service.RunAsync(operation, ids, looked: false, stop).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        AssertAccounted(ids, results, service.NeverSent);
        Assert.All(results.SelectMany(result => result.FailedIds), id => Assert.Equal(0, service.Simulator.CarriedOutCount(operation.Action, id)));
        Assert.All(results.SelectMany(result => result.SucceededIds), id => Assert.Equal(1, service.Simulator.CarriedOutCount(operation.Action, id)));
    }

    [Fact]
    public void A_wish_to_stop_ends_the_run_at_once_where_its_seconds_cannot_be_counted()
    {
        using var stop = new CancellationTokenSource();
        using var grace = new GracePeriod(new FailingClock(TimeProvider.System, 0), () => true, stop.Token);

        stop.Cancel();

        Assert.True(grace.Token.IsCancellationRequested);
    }

    [Fact]
    public async Task An_exception_that_cannot_even_be_told_leaves_no_ID_without_a_list()
    {
        using var service = new SimulatedService(account => account.RecycleBin = true);
        var ids = service.Ids(150);
        foreach (var id in ids.Take(30))
        {
            service.Simulator.SetStatus(id, "RECYCLE");
        }

        var results = await service.RunAsync(Release with { Attempt = (_, _, _, _, _, _) => throw new SpeechlessException() }, ids, looked: false)
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        AssertAccounted(ids, results, service.NeverSent);
    }

    [Fact]
    public async Task A_call_that_wants_one_request_at_a_time_has_no_look_beside_it()
    {
        using var service = new SimulatedService();
        service.Call.ThrottleLimit = 1;
        service.Simulator.Faults.Enqueue(SimulatedFault.Drop(carriesOut: true));
        service.Simulator.Faults.Enqueue(SimulatedFault.Hang(carriesOut: true));
        var start = service.Clock.GetUtcNow();

        await service.ReleaseAsync(service.Ids(200));

        Assert.All(
            service.Simulator.Calls.Where(call => call.Action == "DescribeInstancesStatus"),
            call => Assert.True(call.Time - start >= TimeSpan.FromSeconds(60), $"{call.Time - start}"));
    }

    [Theory]
    [InlineData("before")]
    [InlineData("look")]
    [InlineData("request")]
    [InlineData("busy")]
    [InlineData("settling")]
    public async Task A_connection_that_is_closed_meanwhile_costs_no_ID_its_account(string stage)
    {
        using var service = new SimulatedService(connect: options => options.ThrottleLimit = 1);
        var ids = service.Ids(250);
        service.Simulator.Faults.Enqueue(null);
        service.Simulator.Faults.Enqueue(stage switch
        {
            "settling" => SimulatedFault.Drop(carriesOut: true),
            "busy" => SimulatedFault.Error(429, null, retryAfter: TimeSpan.FromSeconds(3)),
            _ => null,
        });
        if (stage == "before")
        {
            service.Client.Dispose();
        }

        service.Simulator.Before(request => request.Action == (stage == "look" ? "DescribeInstancesStatus" : "ReleaseInstances"), service.Client.Dispose);

        var results = await service.ReleaseAsync(ids, looked: false).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        AssertAccounted(ids, results, service.NeverSent);
        Assert.Equal(stage == "settling" ? 100 : 0, results.Sum(result => result.UnknownIds.Length));
        Assert.Equal(stage == "request" ? 100 : 0, results.Sum(result => result.SucceededIds.Length));
        Assert.Contains("ConnectionClosed", results.Select(result => result.ErrorCode));
        Assert.All(results.SelectMany(result => result.FailedIds).Concat(service.NeverSent), id => Assert.Equal(0, service.Simulator.ReleaseCount(id)));
    }

    [Fact]
    public async Task What_was_left_out_before_and_what_cannot_be_looked_at_are_told_apart()
    {
        using var service = new SimulatedService();
        service.Simulator.FaultFor = _ => SimulatedFault.Error(500, null);
        string[] ids = [.. service.Ids(150)];
        WriteItem[] items = [.. ids.Select((id, index) => new WriteItem(id) { SkipReason = index % 3 == 0 ? "is in the way" : null })];
        using var run = new WriteRun(service.Client, Release, items, service.Call, CancellationToken.None);
        var results = new List<ZecBatchResult>();
        while (await run.NextAsync() is { } result)
        {
            results.Add(result);
        }

        AssertAccounted(ids, results, [.. run.NeverSent.Select(item => item.Id)]);
        Assert.Equal(50, results.Sum(result => result.SkippedIds.Length));
        Assert.Equal(100, results.Sum(result => result.FailedIds.Length));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(250, 3)]
    public async Task A_run_of_which_all_is_left_out_sends_nothing_and_has_results_of_the_usual_size(int count, int batches)
    {
        using var service = new SimulatedService(account => account.InstanceCount = 300);
        string[] ids = [.. service.Ids(count)];
        using var run = new WriteRun(
            service.Client, Release, ids.Select(id => new WriteItem(id) { SkipReason = "is in the way" }), service.Call, CancellationToken.None);
        var results = new List<ZecBatchResult>();
        while (await run.NextAsync() is { } result)
        {
            results.Add(result);
        }

        AssertAccounted(ids, results, [.. run.NeverSent.Select(item => item.Id)]);
        Assert.Equal(batches, results.Count);
        Assert.Empty(service.Simulator.Calls);
    }

    private static void AssertAccounted(IReadOnlyList<string> ids, List<ZecBatchResult> results, IReadOnlyList<string> neverSent)
    {
        string[] all =
        [
            .. results.SelectMany(result => (string[])[.. result.SucceededIds, .. result.FailedIds, .. result.UnknownIds, .. result.SkippedIds]),
            .. neverSent,
        ];
        Assert.Equal(ids.Order(StringComparer.Ordinal), all.Order(StringComparer.Ordinal));
    }

    /// <summary>A clock of which one timer cannot be had.</summary>
    private sealed class FailingClock(TimeProvider inner, int which) : TimeProvider
    {
        private int _timers;

        public override long TimestampFrequency => inner.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => inner.GetUtcNow();

        public override long GetTimestamp() => inner.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
            => Interlocked.Increment(ref _timers) - 1 == which
                ? throw new InvalidOperationException("There are no more timers.")
                : inner.CreateTimer(callback, state, dueTime, period);
    }

    private sealed class SpeechlessException : Exception
    {
        public override string Message => throw new SpeechlessException();
    }
}
