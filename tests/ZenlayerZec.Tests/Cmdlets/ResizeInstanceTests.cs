using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>A stopped instance gets another type, and nothing is sent for one that cannot have it.</summary>
public class ResizeInstanceTests
{
    [Theory]
    [InlineData("Get-ZecInstance $id | Resize-ZecInstance -InstanceType z2a.cpu.8")]
    [InlineData("Resize-ZecInstance $id z2a.cpu.8")]
    [InlineData("[pscustomobject]@{ InstanceId = $id } | Resize-ZecInstance -InstanceType z2a.cpu.8")]
    public async Task A_stopped_instance_gets_the_type(string script)
    {
        await using var account = await StartAsync();
        var id = Give(account, InstanceStatus.Stopped);

        Assert.Equal([id], account.Session.Must(script).Single<ZecBatchResult>().SucceededIds);

        Assert.Equal([$$"""{"instanceId":"{{id}}","instanceType":"z2a.cpu.8"}"""], Bodies(account));
        Assert.Equal(("z2a.cpu.8", 8, 16), (Now(account, id).InstanceType, Now(account, id).Cpu, Now(account, id).MemoryGiB));
    }

    [Fact]
    public async Task Wait_ends_when_the_instance_has_the_type_and_is_stopped_again()
    {
        await using var account = await StartAsync(TimeSpan.FromSeconds(1));
        var id = Give(account, InstanceStatus.Stopped);

        var instance = account.Session.Must("Get-ZecInstance $id | Resize-ZecInstance -InstanceType z2a.cpu.8 -Wait -PassThru").Single<ZecInstance>();

        Assert.Equal(("z2a.cpu.8", InstanceStatus.Stopped), (instance.InstanceType, instance.Status));
    }

    [Fact]
    public async Task An_instance_with_a_GPU_takes_a_type_with_a_GPU_and_its_state_alone_says_when()
    {
        await using var account = await StartAsync();
        account.Simulator.Add(new ZecInstance { InstanceId = "i-gpu", ZoneId = "asia-east-1a", Status = InstanceStatus.Stopped });

        var instance = account.Session.Must("Get-ZecInstance i-gpu | Resize-ZecInstance -InstanceType g1a.gpu.4 -Wait -PassThru").Single<ZecInstance>();

        Assert.Equal((null, 32), (instance.InstanceType, instance.Cpu));
    }

    [Theory]
    [InlineData("Get-ZecInstance $id | Resize-ZecInstance -InstanceType z2a.cpu.2")]
    [InlineData("Resize-ZecInstance $id z2a.cpu.2")]
    public async Task An_instance_that_has_the_type_is_skipped_however_it_is_named(string script)
    {
        await using var account = await StartAsync();
        var id = Give(account, InstanceStatus.Stopped, "z2a.cpu.2");

        Assert.Equal([id], account.Run(script).Of<ZecBatchResult>().SelectMany(result => result.SkippedIds));

        Assert.Empty(Bodies(account));
    }

    [Theory]
    [InlineData("RUNNING", "Stop-ZecInstance has to stop it first")]
    [InlineData("STOPPING", "is still being stopped")]
    [InlineData("RESIZING", "is already being resized")]
    [InlineData("CREATE_FAILED", "could not be created")]
    public async Task An_instance_that_is_not_stopped_is_an_error_and_nothing_is_sent(string state, string says)
    {
        await using var account = await StartAsync();
        var id = Give(account, state);

        var run = account.Run("Get-ZecInstance $id | Resize-ZecInstance -InstanceType z2a.cpu.8; Resize-ZecInstance $id z2a.cpu.8");

        Assert.Equal([id, id], run.Of<ZecBatchResult>().SelectMany(result => result.FailedIds));
        Assert.All(run.Errors, error => Assert.Contains(says, error.ToString(), StringComparison.Ordinal));
        Assert.Empty(Bodies(account));
    }

    [Fact]
    public async Task An_instance_that_has_been_stopped_since_it_was_read_is_looked_at_again_and_resized()
    {
        await using var account = await StartAsync();
        var id = Give(account, InstanceStatus.Running);

        var run = account.Session.Must("$vm = Get-ZecInstance $id; $null = $vm | Stop-ZecInstance -Wait; $vm | Resize-ZecInstance -InstanceType z2a.cpu.8");

        Assert.Equal([id], run.Single<ZecBatchResult>().SucceededIds);
    }

    [Fact]
    public async Task What_the_service_refuses_is_an_error()
    {
        await using var account = await StartAsync();
        Give(account, InstanceStatus.Stopped);

        var run = account.Run("Resize-ZecInstance $id no-such-type");

        Assert.StartsWith("INVALID_PARAMETER_VALUE,", Assert.Single(run.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_answer_is_settled_by_the_new_type_and_never_sent_again()
    {
        await using var account = await StartAsync();
        var id = Give(account, InstanceStatus.Stopped);
        account.Simulator.FaultFor = request => request.Action == "ModifyInstanceType" ? SimulatedFault.Drop(carriesOut: true) : null;

        Assert.Equal([id], account.Run("Resize-ZecInstance $id z2a.cpu.8").Of<ZecBatchResult>().SelectMany(result => result.SucceededIds));

        Assert.Single(Bodies(account));
    }

    [Fact]
    public async Task The_question_says_that_the_bill_changes()
    {
        await using var account = await StartAsync();
        Give(account, InstanceStatus.Stopped);

        account.Session.Must("Get-ZecInstance $id | Resize-ZecInstance -InstanceType z2a.cpu.8 -WhatIf");

        Assert.Contains(
            account.Session.Host.Lines, line => line.Contains("Change the type of the instance to z2a.cpu.8, which changes what it costs", StringComparison.Ordinal));
    }

    private static Task<ServedAccount> StartAsync(TimeSpan time = default) => ServedAccount.StartAsync(options => options.TransitionTime = time);

    /// <summary>Adds an instance, and gives the session its ID.</summary>
    private static string Give(ServedAccount account, string state, string type = "z2a.cpu.1")
    {
        account.Simulator.Add(new ZecInstance { InstanceId = "i-1", ZoneId = "asia-east-1a", InstanceType = type, Cpu = 1, MemoryGiB = 2, Status = state });
        account.Session["id"] = "i-1";
        return "i-1";
    }

    private static ZecInstance Now(ServedAccount account, string id) => account.Simulator.Instances.Single(instance => instance.InstanceId == id);

    private static string[] Bodies(ServedAccount account)
        => [.. account.Simulator.Calls.Where(call => call.Action == "ModifyInstanceType").Select(call => call.Body)];
}
