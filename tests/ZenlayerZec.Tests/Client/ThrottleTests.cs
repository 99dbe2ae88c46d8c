using ZenlayerZec.Client;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Paging;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Client;

/// <summary>How many requests are on their way at once, and how that follows the service.</summary>
public class ThrottleTests
{
    [Theory]
    [InlineData(null, 8)]
    [InlineData(3, 3)]
    public async Task So_many_batches_are_on_their_way_at_once_and_no_more(int? limit, int expected)
    {
        using var service = Held(out var turnstile, connect: options => options.ThrottleLimit = limit ?? options.ThrottleLimit);
        var releasing = service.ReleaseAsync(service.Ids(2000));

        await turnstile.ArrivedAsync(expected);
        Assert.False(await turnstile.AnotherArrivesAsync());
        turnstile.LetThrough();
        await turnstile.ArrivedAsync(1);
        Assert.False(await turnstile.AnotherArrivesAsync());
        turnstile.Open();

        Assert.Equal(20, (await releasing).Count);
        Assert.Equal(expected, turnstile.MostAtOnce);
    }

    [Fact]
    public async Task A_call_may_say_how_many_it_wants()
    {
        using var service = Held(out var turnstile);
        service.Call.ThrottleLimit = 2;
        var releasing = service.ReleaseAsync(service.Ids(500));

        await turnstile.ArrivedAsync(2);
        Assert.False(await turnstile.AnotherArrivesAsync());
        turnstile.Open();
        await releasing;

        Assert.Equal(2, turnstile.MostAtOnce);
    }

    [Fact]
    public async Task Results_come_as_batches_complete_and_say_which_batch_they_are()
    {
        using var service = Held(out var turnstile, connect: options => options.ThrottleLimit = 4);
        using var run = service.Begin(InstanceOperations.Release(dependentResources: true, purge: false), service.Ids(400));
        var numbers = new List<int>();
        var next = run.NextAsync();
        await turnstile.ArrivedAsync(4);
        for (var i = 0; i < 4; i++)
        {
            turnstile.LetThrough(last: true);
            numbers.Add((await next)!.BatchNumber);
            next = run.NextAsync();
        }

        Assert.Null(await next);
        Assert.Equal([1, 2, 3, 4], numbers.Order());
    }

    [Fact]
    public async Task A_result_is_told_as_soon_as_it_is_there_while_later_ones_are_on_their_way()
    {
        using var service = Held(out var turnstile, connect: options => options.ThrottleLimit = 1);
        using var run = Run(service, 300);
        var first = run.NextAsync();
        await turnstile.ArrivedAsync(1);
        turnstile.LetThrough();

        Assert.Equal(1, (await first)!.BatchNumber);
        await turnstile.ArrivedAsync(1);
        turnstile.Open();
        Assert.Equal(2, (await run.NextAsync())!.BatchNumber);
    }

    [Fact]
    public async Task After_a_failure_nothing_more_goes_out_until_it_was_told_where_the_caller_wants_that()
    {
        using var service = new SimulatedService(
            account => account.InstanceCount = 2000, options => options.ThrottleLimit = 2);
        service.Simulator.FaultFor = request => SimulatedFault.Error(409, "OPERATION_DENIED_BUSY");
        using var run = Run(service, 1000);
        run.WaitsAfterFailure = true;

        var first = await run.NextAsync();
        await run.EndAsync();

        Assert.Equal(ZecBatchStatus.Failed, first!.Status);
        Assert.InRange(service.Simulator.Calls.Count, 1, 2);
        Assert.Equal(1000 - (100 * service.Simulator.Calls.Count), run.NeverSent.Count);
    }

    [Fact]
    public async Task Too_many_requests_lower_the_number_on_its_way_at_once_and_success_raises_it_slowly()
    {
        using var service = Held(out var turnstile);
        service.Simulator.Faults.Enqueue(SimulatedFault.Error(429, "REQUEST_LIMIT_EXCEEDED", retryAfter: TimeSpan.FromSeconds(1)));
        var releasing = service.ReleaseAsync(service.Ids(4000));

        await turnstile.ArrivedAsync(8);
        turnstile.LetThrough();
        Assert.False(await turnstile.AnotherArrivesAsync());
        for (var home = 7; home > 4; home--)
        {
            // Until no more than half of them are left, each that comes home makes room for none.
            turnstile.LetThrough();
            Assert.False(await turnstile.AnotherArrivesAsync());
        }

        // The clock waits for what is held here, and so does not move by itself.
        turnstile.LetThrough();
        service.Clock.Advance(TimeSpan.FromSeconds(2));
        await turnstile.ArrivedAsync(1);
        turnstile.Open();
        var results = await releasing;

        Assert.All(results, result => Assert.Equal(ZecBatchStatus.Succeeded, result.Status));
        Assert.Equal(2, results.Max(result => result.Attempts));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_service_that_allows_ten_a_second_is_kept_busy_and_no_ID_fails(bool saysHowLongToWait)
    {
        // One at a time: how many of eight are refused together depends on the machine, and with it what the throttle learns.
        using var service = new SimulatedService(
            account =>
            {
                account.InstanceCount = 10_000;
                account.RequestsPerSecond = 10;
                account.SendsRetryAfter = saysHowLongToWait;
            },
            options => options.ThrottleLimit = 1);
        var start = service.Clock.GetUtcNow();

        var results = await service.ReleaseAsync(service.Ids(10_000));

        Assert.All(results, result => Assert.Equal(ZecBatchStatus.Succeeded, result.Status));
        Assert.Empty(service.Simulator.Instances);

        // Nine seconds lie between the first ten and the last.
        Assert.InRange((service.Clock.GetUtcNow() - start).TotalSeconds, 9, saysHowLongToWait ? 10 : 11);
    }

    [Fact]
    public async Task Who_waits_for_his_turn_when_the_run_is_ended_was_never_sent()
    {
        using var service = Held(out var turnstile);
        using var stop = new CancellationTokenSource();
        service.Simulator.Faults.Enqueue(SimulatedFault.Error(429, "REQUEST_LIMIT_EXCEEDED", retryAfter: TimeSpan.FromSeconds(1)));
        var ids = service.Ids(800);
        var releasing = service.ReleaseAsync(ids, stop: stop);

        // One is refused, three come home, and four are still on their way: as many as there may be now, so that three wait.
        await turnstile.ArrivedAsync(8);
        for (var i = 0; i < 4; i++)
        {
            turnstile.LetThrough();
        }

        Assert.False(await turnstile.AnotherArrivesAsync());
        await stop.CancelAsync();
        turnstile.Open();
        var results = await releasing;

        var all = results.SelectMany(result => (string[])[.. result.SucceededIds, .. result.FailedIds]).Concat(service.NeverSent);
        Assert.Equal(ids.Order(StringComparer.Ordinal), all.Order(StringComparer.Ordinal));
        Assert.All(results, result => Assert.Empty(result.UnknownIds));
    }

    [Fact]
    public async Task A_call_that_wants_one_at_a_time_holds_up_no_other_call()
    {
        using var service = Held(out var turnstile);
        var modest = new ZecCallOptions { ThrottleLimit = 1 };
        Task[] first = [DescribeAsync(service, modest), DescribeAsync(service, modest)];
        await turnstile.ArrivedAsync(1);
        Assert.False(await turnstile.AnotherArrivesAsync());

        Task[] others = [DescribeAsync(service, service.Call), DescribeAsync(service, new ZecCallOptions())];
        await turnstile.ArrivedAsync(2);

        turnstile.LetThrough();
        await turnstile.ArrivedAsync(1);
        turnstile.Open();
        await Task.WhenAll([.. first, .. others]);
    }

    [Fact]
    public async Task A_call_that_wants_many_at_once_holds_up_no_other_call()
    {
        using var service = Held(out var turnstile);
        var eager = new ZecCallOptions { ThrottleLimit = 20 };
        Task[] first = [.. Enumerable.Range(0, 30).Select(_ => DescribeAsync(service, eager))];
        await turnstile.ArrivedAsync(20);
        Assert.False(await turnstile.AnotherArrivesAsync());

        var other = DescribeAsync(service, service.Call);
        await turnstile.ArrivedAsync(1);

        turnstile.Open();
        await Task.WhenAll([.. first, other]);
    }

    [Fact]
    public async Task A_wait_of_an_hour_ends_the_run_and_what_is_asked_before_it_is_over_is_not_sent()
    {
        using var service = new SimulatedService(account => account.InstanceCount = 2000, options => options.ThrottleLimit = 1);
        service.Simulator.Faults.Enqueue(SimulatedFault.Error(429, "REQUEST_LIMIT_EXCEEDED", retryAfter: TimeSpan.FromHours(1)));
        var ids = service.Ids(2000);

        var results = await service.ReleaseAsync(ids);
        service.Clock.Advance(TimeSpan.FromMinutes(30));
        var failure = await Assert.ThrowsAsync<ZecServiceException>(() => DescribeAsync(service, new ZecCallOptions()));

        Assert.Single(service.Simulator.Calls);
        Assert.All(results, result => Assert.Equal((ZecBatchStatus.Failed, "REQUEST_LIMIT_EXCEEDED"), (result.Status, result.ErrorCode)));
        Assert.Equal(
            ids.Order(StringComparer.Ordinal),
            results.SelectMany(result => result.FailedIds).Concat(service.NeverSent).Order(StringComparer.Ordinal));
        Assert.Equal((ZecErrorKind.RateLimit, false, 0), (failure.Kind, failure.OutcomeUnknown, failure.Attempts));
        Assert.Contains("was not sent", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("for 30 min.", failure.Message, StringComparison.Ordinal);

        service.Clock.Advance(TimeSpan.FromMinutes(30));
        await DescribeAsync(service, new ZecCallOptions());
    }

    [Fact]
    public async Task The_last_two_minutes_of_a_long_wait_are_waited_out()
    {
        using var service = new SimulatedService();
        var start = service.Clock.GetUtcNow();
        service.Simulator.Faults.Enqueue(SimulatedFault.Error(429, "REQUEST_LIMIT_EXCEEDED", retryAfter: TimeSpan.FromHours(1)));
        await Assert.ThrowsAsync<ZecServiceException>(() => DescribeAsync(service, service.Call));
        service.Clock.Advance(TimeSpan.FromMinutes(59));

        await DescribeAsync(service, service.Call);

        Assert.Equal(TimeSpan.FromHours(1), service.Clock.GetUtcNow() - start);
    }

    [Fact]
    public async Task Whoever_waits_for_a_turn_is_told_of_a_long_wait_at_once()
    {
        using var service = Held(out var turnstile, connect: options => options.ThrottleLimit = 1);
        service.Simulator.Faults.Enqueue(SimulatedFault.Error(429, "REQUEST_LIMIT_EXCEEDED", retryAfter: TimeSpan.FromDays(400)));
        Task[] reading = [.. Enumerable.Range(0, 5).Select(_ => DescribeAsync(service, service.Call))];
        await turnstile.ArrivedAsync(1);
        turnstile.Open();

        foreach (var read in reading)
        {
            var failure = await Assert.ThrowsAsync<ZecServiceException>(() => read);
            Assert.Contains("more than 30 days", failure.Message, StringComparison.Ordinal);
        }

        Assert.Single(service.Simulator.Calls);
    }

    [Fact]
    public async Task Pages_after_the_first_and_looks_by_ID_go_out_together_too()
    {
        using var service = Held(out var turnstile);
        var lister = new InstanceLister(service.Client, service.Call);
        var listing = lister.ListAsync(new DescribeInstancesRequest(), TestContext.Current.CancellationToken);
        await turnstile.ArrivedAsync(1);
        turnstile.LetThrough();
        await turnstile.ArrivedAsync(3);
        turnstile.Open();
        Assert.Equal(4000, (await listing).Items.Count);

        var found = await lister.FindAsync(service.Ids(950), TestContext.Current.CancellationToken);

        Assert.Equal(950, found.Count);
    }

    private static Task<DescribeZonesResponse> DescribeAsync(SimulatedService service, ZecCallOptions call)
        => service.Client.DescribeZonesAsync(new DescribeZonesRequest(), call, TestContext.Current.CancellationToken);

    private static SimulatedService Held(out Turnstile turnstile, Action<ZecClientOptions>? connect = null)
    {
        Turnstile? made = null;
        var service = new SimulatedService(
            account => account.InstanceCount = 4000,
            options =>
            {
                options.Handler = made = new Turnstile(options.Handler!);
                connect?.Invoke(options);
            });
        turnstile = made!;
        return service;
    }

    private static WriteRun Run(SimulatedService service, int count)
        => service.Begin(InstanceOperations.Release(dependentResources: true, purge: false), service.Ids(count));
}
