using CsCheck;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Tests.Client;

namespace ZenlayerZec.Tests.Generated;

/// <summary>Whatever the network does, what is ordered once is never there twice, and an order that is said to have failed made nothing.</summary>
public class CreateScheduleTests
{
    private const int Count = 3;

    private static readonly Dictionary<string, Subject> Subjects = new(StringComparer.Ordinal)
    {
        ["New-ZecDisk"] = new("Disk", "CreateDisks", Count, async (service, stop) =>
        {
            var order = new CreateDisksRequest { ZoneId = "asia-east-1a", DiskName = "ours", DiskSize = 20, DiskAmount = Count };
            return (await service.Client.CreateAsync(ZecActions.CreateDisks, order, Count, answer => answer.DiskIds ?? [], service.Call, stop)).DiskIds ?? [];
        }),
        ["New-ZecEip"] = new("Eip", "CreateEips", Count, async (service, stop) =>
        {
            var order = new CreateEipsRequest
            {
                RegionId = "asia-east-1",
                Name = "ours",
                InternetChargeType = "ByBandwidth",
                Bandwidth = 10,
                NetworkLineType = "PremiumBGP",
                Amount = Count,
            };
            return (await service.Client.CreateAsync(ZecActions.CreateEips, order, Count, answer => answer.EipIds ?? [], service.Call, stop)).EipIds ?? [];
        }),
        ["New-ZecSnapshot"] = new("Snapshot", "CreateSnapshot", 1, async (service, stop) =>
        {
            var disk = service.Simulator.Rows("Disk").First(row => row.GetProperty("diskStatus").GetString() == "IN_USE").GetProperty("diskId").GetString()!;
            var order = new CreateSnapshotRequest { DiskId = disk, SnapshotName = "ours" };
            return [(await service.Client.CreateAsync(ZecActions.CreateSnapshot, order, 1, answer => One(answer.SnapshotId), service.Call, stop)).SnapshotId!];
        }),
        ["New-ZecAutoSnapshotPolicy"] = new("AutoSnapshotPolicy", "CreateAutoSnapshotPolicy", 1, async (service, stop) =>
        {
            var order = new CreateAutoSnapshotPolicyRequest
            {
                ZoneId = "asia-east-1a",
                AutoSnapshotPolicyName = "ours",
                RepeatWeekDays = [1],
                Hours = [2],
                RetentionDays = 7,
            };
            return
            [
                (await service.Client.CreateAsync(
                    ZecActions.CreateAutoSnapshotPolicy, order, 1, answer => One(answer.AutoSnapshotPolicyId), service.Call, stop)).AutoSnapshotPolicyId!,
            ];
        }),
        ["New-ZecVpc"] = new("Vpc", "CreateVpc", 1, async (service, stop) =>
        {
            var request = new CreateVpcRequest { Name = "ours", CidrBlock = "10.8.0.0/16", Mtu = 1500, EnablePriIpv6 = true };
            return [(await service.Client.CreateAsync(ZecActions.CreateVpc, request, 1, answer => One(answer.VpcId), service.Call, stop)).VpcId!];
        }),
        ["New-ZecImage"] = new("Image", "CreateImage", 1, async (service, stop) =>
        {
            var instance = service.Simulator.Instances[0].InstanceId;
            service.Simulator.SetStatus(instance, InstanceStatus.Stopped);
            var request = new CreateImageRequest { InstanceId = instance, ImageName = "ours" };
            return [(await service.Client.CreateAsync(ZecActions.CreateImage, request, 1, answer => One(answer.ImageId), service.Call, stop)).ImageId!];
        }),
        ["New-ZecNic"] = new("Nic", "CreateNetworkInterface", 1, async (service, stop) =>
        {
            var request = new CreateNetworkInterfaceRequest { Name = "ours", SubnetId = "subnet-1" };
            return [(await service.Client.CreateAsync(ZecActions.CreateNetworkInterface, request, 1, answer => One(answer.NicId), service.Call, stop)).NicId!];
        }),
        ["New-ZecSecurityGroup"] = new("SecurityGroup", "CreateSecurityGroup", 1, async (service, stop) =>
        {
            var rule = new ZecSecurityGroupRule { Direction = "ingress", Protocol = "tcp", PortRange = "22/22", CidrIp = "10.0.0.0/8" };
            var request = new CreateSecurityGroupRequest { SecurityGroupName = "ours", Rules = [rule] };
            return
            [
                (await service.Client.CreateAsync(
                    ZecActions.CreateSecurityGroup, request, 1, answer => One(answer.SecurityGroupId), service.Call, stop)).SecurityGroupId!,
            ];
        }),
        ["New-ZecPlacementGroup"] = new("PlacementGroup", "CreatePlacementGroup", 1, async (service, stop) =>
        {
            var request = new CreatePlacementGroupRequest { ZoneId = "asia-east-1a", Name = "ours", PartitionNum = 3 };
            return
            [
                (await service.Client.CreateAsync(ZecActions.CreatePlacementGroup, request, 1, answer => One(answer.PlacementGroupId), service.Call, stop)).PlacementGroupId!,
            ];
        }),
        ["New-ZecSubnet"] = new("Subnet", "CreateSubnet", 1, async (service, stop) =>
        {
            var request = new CreateSubnetRequest
            {
                VpcId = "vpc-lab",
                Name = "ours",
                RegionId = "asia-east-1",
                StackType = "IPv4",
                CidrBlock = "172.16.1.0/24",
            };
            return [(await service.Client.CreateAsync(ZecActions.CreateSubnet, request, 1, answer => One(answer.SubnetId), service.Call, stop)).SubnetId!];
        }),
    };

    private static readonly Gen<(int[] Faults, int StopAt)> AnyCase = Gen.Select(
        Gen.Int[0, ScheduledFaults.OfWrites.Count - 1].Array[0, 8],
        Gen.Frequency((3, Gen.Const(-1)), (1, Gen.Int[0, 4])));

    public static TheoryData<string> Cmdlets => [.. Subjects.Keys];

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void What_is_ordered_once_is_there_once_or_not_at_all(string cmdlet)
        => AnyCase.Sample(test => CheckAsync(Subjects[cmdlet], test.Faults, test.StopAt).GetAwaiter().GetResult(), iter: Cases.CountOfEach);

    private static async Task CheckAsync(Subject subject, int[] faults, int stopAt)
    {
        using var service = new SimulatedService(account => account.InstanceCount = 3);
        using var stop = new CancellationTokenSource();
        var before = service.Simulator.Rows(subject.Kind).Count;
        var (requests, afterLoss) = (0, 0);
        var isLost = false;
        service.Simulator.FaultFor = request =>
        {
            Assert.Equal(subject.Action, request.Action);
            afterLoss += isLost ? 1 : 0;
            if (requests == stopAt)
            {
                stop.Cancel();
            }

            var fault = requests < faults.Length ? ScheduledFaults.OfWrites[faults[requests]] : null;
            requests++;
            isLost |= ScheduledFaults.IsLost(fault);
            return fault;
        };

        IReadOnlyList<string> created = [];
        ZecException? failed = null;
        try
        {
            created = await subject.CreateAsync(service, stop.Token);
        }
        catch (ZecException failure)
        {
            failed = failure;
        }

        service.Clock.Advance(TimeSpan.FromMinutes(2));
        var made = service.Simulator.Rows(subject.Kind).Count - before;
        Assert.Equal(0, afterLoss);
        Assert.Contains(made, (int[])[0, subject.Count]);
        if (failed is null)
        {
            Assert.Equal(subject.Count, made);
            Assert.Equal(subject.Count, created.Distinct(StringComparer.Ordinal).Count());
            Assert.All(created, id => Assert.Equal(1, service.Simulator.CarriedOutCount(subject.Action, id)));
        }
        else if (!failed.OutcomeUnknown)
        {
            Assert.Equal(0, made);
        }
    }

    private static string[] One(string? id) => id is null ? [] : [id];

    /// <param name="Kind">What is created, as the simulator calls it.</param>
    /// <param name="Action">The API's action.</param>
    /// <param name="Count">How many are ordered.</param>
    /// <param name="CreateAsync">Orders them.</param>
    private sealed record Subject(string Kind, string Action, int Count, Func<SimulatedService, CancellationToken, Task<IReadOnlyList<string>>> CreateAsync);
}
