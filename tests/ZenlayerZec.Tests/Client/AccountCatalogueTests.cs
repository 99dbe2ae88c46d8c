using Microsoft.Extensions.Time.Testing;
using ZenlayerZec.Client.Catalogue;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Client;

/// <summary>What an account offers is asked for once, and again when it is old.</summary>
public class AccountCatalogueTests
{
    [Fact]
    public async Task An_answer_is_remembered_for_five_minutes()
    {
        using var service = new SimulatedService();
        var catalogue = new AccountCatalogue(service.Client);
        Assert.Empty(service.Simulator.Calls);

        await catalogue.ZonesAsync();
        service.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        await catalogue.ZonesAsync();
        Assert.Single(service.Simulator.Calls);

        service.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(5, (await catalogue.ZonesAsync()).Count);
        Assert.Equal(2, service.Simulator.Calls.Count);
    }

    [Fact]
    public async Task Each_question_has_its_own_answer()
    {
        using var service = new SimulatedService();
        var catalogue = new AccountCatalogue(service.Client);

        Assert.Equal(20, (await catalogue.InstanceTypesAsync(null)).Count);
        Assert.Equal(4, (await catalogue.InstanceTypesAsync("eu-west-1a")).Count);
        Assert.Equal(4, (await catalogue.InstanceTypesAsync("EU-WEST-1A")).Count);
        Assert.Equal(7, (await catalogue.ImagesAsync("eu-west-1a")).Count);
        Assert.Equal(250, (await catalogue.ThingsAsync(InstanceKind.Kind)).Count);
        Assert.Equal(46, (await catalogue.TimeZonesAsync()).Count);
        Assert.Equal(5, service.Simulator.Calls.Count);
    }

    [Fact]
    public async Task What_is_under_way_is_not_asked_again()
    {
        var clock = new FakeTimeProvider();
        var answer = new TaskCompletionSource<IReadOnlyList<string>>();
        var asked = 0;
        var memory = new ZenlayerZec.Client.Catalogue.Memory<string>(clock, _ =>
        {
            Interlocked.Increment(ref asked);
            return answer.Task;
        });

        var first = memory.RecallAsync("zones");
        clock.Advance(AccountCatalogue.Age + AccountCatalogue.Age);
        var second = memory.RecallAsync("zones");
        answer.SetResult(["asia-east-1a"]);

        Assert.Same(await first, await second);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_failure_is_not_remembered()
    {
        using var service = new SimulatedService();
        var catalogue = new AccountCatalogue(service.Client);
        service.Simulator.Faults.Enqueue(SimulatedFault.Error(403, "AUTHFAILURE_UNAUTHORIZED_OPERATION"));

        await Assert.ThrowsAsync<ZecServiceException>(() => catalogue.ZonesAsync());

        Assert.Equal(5, (await catalogue.ZonesAsync()).Count);
    }
}
