using ZenlayerZec.Simulator;
using ZenlayerZec.Tests.Client;

namespace ZenlayerZec.Tests.Account;

/// <summary>Requests whose answer is lost at once, and which take effect later.</summary>
public class LateEffectTests
{
    public static TheoryData<string> Endings => ["drop", "hang", "504", "garbage", "html", "exception"];

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task The_answer_is_lost_now_and_the_effect_comes_later(string ending)
    {
        using var service = new SimulatedService();
        var id = service.In("STOPPED")[0];
        service.Simulator.Faults.Enqueue(SimulatedFault.Late(TimeSpan.FromSeconds(90), Ending(ending)));
        var start = service.Clock.GetUtcNow();

        await LoseAsync(service, "StartInstances", id);

        Assert.Equal(("STOPPED", 0), (service.StatusOf(id), service.Simulator.CarriedOutCount("StartInstances", id)));
        service.Clock.Advance(start + TimeSpan.FromSeconds(89.9) - service.Clock.GetUtcNow());
        Assert.Equal("STOPPED", service.StatusOf(id));
        service.Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(("BOOTING", 1), (service.StatusOf(id), service.Simulator.CarriedOutCount("StartInstances", id)));
    }

    [Fact]
    public async Task What_a_late_effect_begins_is_counted_from_its_own_moment_even_if_nobody_looks_until_later()
    {
        using var service = new SimulatedService(account => account.TransitionTime = TimeSpan.FromSeconds(5));
        var id = service.In("STOPPED")[0];
        service.Simulator.Faults.Enqueue(Late(10));

        await LoseAsync(service, "StartInstances", id);
        service.Clock.Advance(TimeSpan.FromSeconds(15));

        Assert.Equal("RUNNING", service.StatusOf(id));
    }

    [Fact]
    public async Task A_late_effect_meets_the_account_as_it_is_by_then()
    {
        using var service = new SimulatedService(account => account.RecycleBin = true);
        var id = service.In("STOPPED")[0];
        service.Simulator.Faults.Enqueue(Late(10));
        await LoseAsync(service, "ReleaseInstances", id);

        await service.AskAsync("ReleaseInstances", RawCalls.Body(id));
        Assert.Equal("RECYCLE", service.StatusOf(id));
        service.Clock.Advance(TimeSpan.FromSeconds(10));

        // The first release comes after the second, and destroys what that had put into the recycle bin.
        Assert.Equal((null, 2), (service.StatusOf(id), service.Simulator.ReleaseCount(id)));
    }

    [Fact]
    public async Task Late_effects_come_in_order_of_time_whichever_was_asked_for_first()
    {
        using var service = new SimulatedService(account => account.TransitionTime = TimeSpan.Zero);
        var id = service.In("STOPPED")[0];
        service.Simulator.Faults.Enqueue(Late(30));
        service.Simulator.Faults.Enqueue(Late(20));
        service.Simulator.Faults.Enqueue(Late(10));
        await LoseAsync(service, "StartInstances", id);
        await LoseAsync(service, "StopInstances", id);
        await LoseAsync(service, "StartInstances", id);

        service.Clock.Advance(TimeSpan.FromMinutes(1));

        // Started after 10 s, stopped after 20, started after 30.
        Assert.Equal("RUNNING", service.StatusOf(id));
        Assert.Equal((2, 1), (service.Simulator.CarriedOutCount("StartInstances", id), service.Simulator.CarriedOutCount("StopInstances", id)));
    }

    [Fact]
    public async Task A_late_effect_that_the_state_forbids_by_then_does_not_come()
    {
        using var service = new SimulatedService(account => account.TransitionTime = TimeSpan.Zero);
        var id = service.In("STOPPED")[0];
        service.Simulator.Faults.Enqueue(Late(10));
        await LoseAsync(service, "StartInstances", id);

        service.Simulator.Other.Start(id);
        service.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(0, service.Simulator.CarriedOutCount("StartInstances", id));
    }

    [Fact]
    public async Task A_request_that_is_not_let_in_has_no_effect_later_either()
    {
        using var service = new SimulatedService(account => account.Token = "another-token");
        var id = service.Ids(1)[0];
        service.Simulator.Faults.Enqueue(Late(10));

        await LoseAsync(service, "ReleaseInstances", id);
        service.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(250, service.Simulator.Instances.Count);
    }

    [Fact]
    public void Only_what_may_still_arrive_can_come_late()
    {
        Assert.Throws<ArgumentException>(() => SimulatedFault.Late(TimeSpan.Zero, SimulatedFault.Refused));
        Assert.Throws<ArgumentException>(() => SimulatedFault.Late(TimeSpan.Zero, SimulatedFault.Cut()));
        Assert.Throws<ArgumentException>(() => SimulatedFault.Late(TimeSpan.Zero, SimulatedFault.Drop(carriesOut: true)));
        Assert.Throws<ArgumentException>(() => SimulatedFault.Late(TimeSpan.Zero, Late(1)));
        Assert.Throws<ArgumentException>(
            () => SimulatedFault.Late(TimeSpan.Zero, SimulatedFault.ThrowBeforeSending(() => new TimeoutException())));
    }

    private static SimulatedFault Late(int seconds) => SimulatedFault.Late(TimeSpan.FromSeconds(seconds), SimulatedFault.Drop(carriesOut: false));

    private static SimulatedFault Ending(string name) => name switch
    {
        "drop" => SimulatedFault.Drop(carriesOut: false),
        "hang" => SimulatedFault.Hang(carriesOut: false),
        "504" => SimulatedFault.Error(504, null),
        "garbage" => SimulatedFault.Garbage(carriesOut: false),
        "html" => SimulatedFault.Html(carriesOut: false),
        _ => SimulatedFault.Throw(() => new InvalidOperationException(), carriesOut: false),
    };

    /// <summary>Sends a request whose answer does not matter, and waits for it no longer than a minute.</summary>
    private static async Task LoseAsync(SimulatedService service, string action, string id)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1), service.Clock);
        try
        {
            (await service.PostAsync(action, RawCalls.Body(id), limit)).Dispose();
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or InvalidOperationException)
        {
        }
    }
}
