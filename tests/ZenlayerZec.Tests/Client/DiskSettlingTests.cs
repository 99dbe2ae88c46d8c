using ZenlayerZec.Client.Batching;
using ZenlayerZec.Simulator;

namespace ZenlayerZec.Tests.Client;

/// <summary>What a look at a disk proves of a request whose answer was lost, and what it does not.</summary>
public class DiskSettlingTests
{
    [Fact]
    public async Task A_disk_on_its_way_off_an_instance_was_not_attached_to_it()
    {
        using var service = new SimulatedService(account => account.InstanceCount = 1);
        var instance = service.Simulator.Instances[0].InstanceId;
        var id = Add(service, "DETACHING", instance);

        await LoseAsync(service, DiskOperations.Mount(instance), id, expected: ZecBatchStatus.Unknown);
    }

    [Fact]
    public async Task A_disk_that_is_being_made_larger_may_get_another_size()
    {
        using var service = new SimulatedService(account => account.InstanceCount = 1);
        var id = Add(service, "CHANGING");

        await LoseAsync(service, DiskOperations.Resize(40), id, expected: ZecBatchStatus.Unknown);
    }

    [Theory]
    [InlineData("ATTACHING")]
    [InlineData("IN_USE")]
    public async Task A_disk_that_is_at_its_instance_was_attached(string state)
    {
        using var service = new SimulatedService(account => account.InstanceCount = 1);
        var instance = service.Simulator.Instances[0].InstanceId;
        var id = Add(service, "AVAILABLE");
        service.Simulator.After(
            request => request.Action == "AttachDisks",
            () => service.Simulator.ChangeRow("Disk", id, $$"""{"diskStatus":"{{state}}","instanceId":"{{instance}}"}"""));

        await LoseAsync(service, DiskOperations.Mount(instance), id, expected: ZecBatchStatus.Succeeded);
    }

    private static string Add(SimulatedService service, string state, string? instanceId = null)
    {
        var disk = service.Simulator.Rows("Disk").First(row => row.GetProperty("diskType").GetString() == "DATA").GetProperty("diskId").GetString()!;
        var instance = instanceId is null ? "null" : $"\"{instanceId}\"";
        service.Simulator.ChangeRow("Disk", disk, $$"""{"diskStatus":"{{state}}","instanceId":{{instance}},"diskSize":20,"portable":true}""");
        return disk;
    }

    private static async Task LoseAsync(SimulatedService service, WriteOperation operation, string id, ZecBatchStatus expected)
    {
        service.Simulator.FaultFor = request => request.Action == operation.Action ? SimulatedFault.Drop(carriesOut: false) : null;

        var result = Assert.Single(await service.RunAsync(operation, [id], looked: false));

        Assert.Equal((expected, 1), (result.Status, service.Sent(operation.Action)));
        Assert.Equal(0, service.Simulator.CarriedOutCount(operation.Action, id));
    }
}
