using ZenlayerZec.Client.Api;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Client;

/// <summary>The clock that the other tests stand on: it moves when only time can help, and not before.</summary>
public class TestClockTests
{
    [Fact]
    public async Task Requests_that_take_time_pass_it_together_not_one_after_the_other()
    {
        using var service = new SimulatedService(account => account.Latency = TimeSpan.FromSeconds(3));
        var start = service.Clock.GetUtcNow();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => DescribeAsync(service)));

        Assert.Equal(TimeSpan.FromSeconds(3), service.Clock.GetUtcNow() - start);
    }

    [Fact]
    public async Task It_stands_still_while_a_request_is_held_even_if_another_waits_for_time_to_pass()
    {
        Turnstile? turnstile = null;
        using var service = new SimulatedService(connect: options => options.Handler = turnstile = new Turnstile(options.Handler!));
        service.Simulator.Faults.Enqueue(SimulatedFault.Hang(carriesOut: false));
        var start = service.Clock.GetUtcNow();
        var both = Task.WhenAll(DescribeAsync(service), DescribeAsync(service));
        await turnstile!.ArrivedAsync(2);

        turnstile.LetThrough();
        Assert.False(await turnstile.AnotherArrivesAsync());
        Assert.Equal(start, service.Clock.GetUtcNow());

        turnstile.Open();
        await both;
        Assert.InRange(service.Clock.GetUtcNow() - start, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(63));
    }

    [Fact]
    public async Task It_stands_still_while_the_test_itself_is_busy()
    {
        using var service = new SimulatedService();
        var start = service.Clock.GetUtcNow();
        var waiting = Task.Delay(TimeSpan.FromSeconds(7), service.Clock, TestContext.Current.CancellationToken);

        Assert.False(SpinWait.SpinUntil(() => waiting.IsCompleted, TimeSpan.FromMilliseconds(50)));
        await waiting;

        Assert.Equal(TimeSpan.FromSeconds(7), service.Clock.GetUtcNow() - start);
    }

    [Fact]
    public async Task A_timer_that_was_set_while_time_moved_is_reached_too()
    {
        using var service = new SimulatedService();
        var start = service.Clock.GetUtcNow();

        // The clock reads the time, and by that moves it, before the timer is set: it notes the timer a second too early.
        service.Clock.AutoAdvanceAmount = TimeSpan.FromSeconds(1);
        var waiting = Task.Delay(TimeSpan.FromSeconds(5), service.Clock, TestContext.Current.CancellationToken);
        service.Clock.AutoAdvanceAmount = TimeSpan.Zero;
        await waiting.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.FromSeconds(6), service.Clock.GetUtcNow() - start);
    }

    [Fact]
    public async Task Time_outs_alone_do_not_move_it()
    {
        using var service = new SimulatedService();
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(7), service.Clock);

        await DescribeAsync(service);

        Assert.False(bound.IsCancellationRequested);
    }

    private static Task<DescribeInstancesResponse> DescribeAsync(SimulatedService service)
        => service.Client.DescribeInstancesAsync(new DescribeInstancesRequest(), service.Call, TestContext.Current.CancellationToken);
}
