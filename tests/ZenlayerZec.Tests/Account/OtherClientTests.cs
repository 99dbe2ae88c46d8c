using ZenlayerZec.Simulator;
using ZenlayerZec.Tests.Client;

namespace ZenlayerZec.Tests.Account;

/// <summary>Somebody else works in the same account.</summary>
public class OtherClientTests
{
    [Fact]
    public void He_does_what_a_request_would_do_and_is_counted_apart()
    {
        using var service = new SimulatedService(account => account.RecycleBin = true);
        var other = service.Simulator.Other;
        var (stopped, running) = (service.In("STOPPED", 3), service.In("RUNNING", 2));

        Assert.True(other.Start(stopped[0]) && other.Reset(stopped[1]) && other.Release(stopped[2]));
        Assert.True(other.Stop(running[0]) && other.Restart(running[1]) && other.Rename("mine", running));

        Assert.Equal(["BOOTING", "DEPLOYING", "RECYCLE", "STOPPING", "REBOOT"], stopped.Concat(running).Select(service.StatusOf));
        Assert.Equal(2, service.Simulator.Instances.Count(instance => instance.InstanceName == "mine"));
        Assert.Equal((0, 1), (service.Simulator.ReleaseCount(stopped[2]), other.CarriedOutCount("ReleaseInstances", stopped[2])));
        Assert.Empty(service.Simulator.Calls);
    }

    [Fact]
    public void What_the_service_would_refuse_it_refuses_him_too()
    {
        using var service = new SimulatedService();
        var id = service.In("RUNNING")[0];

        Assert.False(service.Simulator.Other.Start(id));

        Assert.Equal(("RUNNING", 0), (service.StatusOf(id), service.Simulator.Other.CarriedOutCount("StartInstances", id)));
    }

    [Fact]
    public void He_acts_when_a_time_has_passed()
    {
        using var service = new SimulatedService(account => account.TransitionTime = TimeSpan.FromSeconds(5));
        var id = service.In("STOPPED")[0];
        service.Simulator.After(TimeSpan.FromSeconds(10), () => service.Simulator.Other.Start(id));

        service.Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal("STOPPED", service.StatusOf(id));
        service.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("BOOTING", service.StatusOf(id));
        service.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("RUNNING", service.StatusOf(id));
    }

    [Fact]
    public async Task He_acts_before_a_request_is_carried_out_and_only_once()
    {
        using var service = new SimulatedService();
        var id = service.In("STOPPED")[0];
        service.Simulator.Before(request => request.Action == "StartInstances", () => service.Simulator.Other.Release(id));

        var answer = await service.AskAsync("StartInstances", RawCalls.Body(id));

        Assert.Equal(id, Assert.Single(answer.GetProperty("instanceIds").EnumerateArray()).GetString());
        await service.AskAsync("StartInstances", RawCalls.Body(service.In("STOPPED")[0]));
        Assert.Equal(1, service.Simulator.Other.CarriedOutCount("ReleaseInstances", id));
    }

    [Fact]
    public async Task He_acts_after_a_request_was_lost_and_before_anybody_hears_of_it()
    {
        using var service = new SimulatedService(account => account.RecycleBin = true);
        var id = service.In("STOPPED")[0];
        service.Simulator.Faults.Enqueue(SimulatedFault.Drop(carriesOut: true));
        service.Simulator.After(request => request.Action == "ReleaseInstances", () => service.Simulator.Other.Release(id));

        await Assert.ThrowsAsync<HttpRequestException>(() => service.PostAsync("ReleaseInstances", RawCalls.Body(id)));

        Assert.Null(service.StatusOf(id));
        Assert.Equal((1, 1), (service.Simulator.ReleaseCount(id), service.Simulator.Other.CarriedOutCount("ReleaseInstances", id)));
    }
}
