using ZenlayerZec.Client.Api;

namespace ZenlayerZec.Tests.Client;

/// <summary>Single calls, as a cmdlet's batch makes them: sent once.</summary>
internal static class ServiceCalls
{
    public static async Task<TResponse> SendAsync<TRequest, TResponse>(
        this SimulatedService service, ZecAction<TRequest, TResponse> action, TRequest request)
        where TResponse : class
    {
        var (answer, _) = await service.Client.AttemptAsync(action, request, service.Call, _ => 0, 1, null, TestContext.Current.CancellationToken);
        return answer;
    }

    public static Task<FailedInstancesResponse> StartAsync(this SimulatedService service, params string[] ids)
        => service.SendAsync(ZecActions.StartInstances, new StartInstancesRequest { InstanceIds = ids });

    public static Task<FailedInstancesResponse> StopAsync(this SimulatedService service, params string[] ids)
        => service.SendAsync(ZecActions.StopInstances, new StopInstancesRequest { InstanceIds = ids });

    public static Task<FailedInstancesResponse> RebootAsync(this SimulatedService service, bool? force, params string[] ids)
        => service.SendAsync(ZecActions.RebootInstances, new RebootInstancesRequest { InstanceIds = ids, ForceReboot = force });

    public static Task<FailedInstancesResponse> ResetAsync(
        this SimulatedService service, string id, string? imageId = null, string? password = null, string? keyId = null)
        => service.SendAsync(
            ZecActions.ResetInstances,
            new ResetInstancesRequest { InstanceIds = [id], ImageId = imageId, Password = password, KeyId = keyId });

    /// <summary>The IDs of so many instances that are in a state.</summary>
    public static string[] In(this SimulatedService service, string status, int count = 1)
        => [.. service.Simulator.Instances.Where(instance => instance.Status == status).Take(count).Select(instance => instance.InstanceId)];

    public static string? StatusOf(this SimulatedService service, string id)
        => service.Simulator.Instances.SingleOrDefault(instance => instance.InstanceId == id)?.Status;

    /// <summary>An order that the simulated account takes.</summary>
    public static CreateZecInstancesRequest Order(int count = 1) => new()
    {
        ZoneId = "asia-east-1a",
        ImageId = "debian12_20240712",
        InstanceType = "z2a.cpu.2",
        InstanceCount = count,
        SubnetId = "subnet-1",
    };
}
