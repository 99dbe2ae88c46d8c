using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Filters;

namespace ZenlayerZec.Commands;

/// <content>A faster listing: only IDs and states, where Get-ZecInstance reads about 30 fields.</content>
public sealed partial class GetZecInstanceStatusCommand
{
    /// <remarks>A state does not say its group, so whether the service heeded the filter could not be tested. An instance does.</remarks>
    private protected override ListQuery Query() => ResourceGroupId is null
        ? new ListQuery<DescribeInstancesStatusRequest, ZecInstanceStatus>(InstanceKind.Kind, InstanceKind.StatusList).InState(Status, set: null)
        : new ListQuery<DescribeInstancesRequest, ZecInstance>(InstanceKind.Kind, InstanceKind.List) { Emitted = ZecInstanceStatus.Of }
            .InState(Status, (request, state) => request.Status = state)
            .With(ResourceGroupId, (request, id) => request.ResourceGroupId = id, instance => instance.ResourceGroupId);

    private protected override void LookUp() => LookUp(Kind.StateList);
}
