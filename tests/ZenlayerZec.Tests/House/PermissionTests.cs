using ZenlayerZec.Simulator;
using ZenlayerZec.Tests.Cmdlets;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.House;

/// <summary>The page of the rights that each cmdlet needs is what the cmdlets send.</summary>
public class PermissionTests
{
    private const string Always = "always";
    private const string AsIds = "given as IDs, rows, or objects older than 30 s";
    private const string AsIdsOrRows = "given as IDs or rows";
    private const string AsIdsWithoutPolicy = "given as IDs or rows, without `-AutoSnapshotPolicyId`";
    private const string AsIdsIncluded = "the same with `-IncludeProtected`";
    private const string ToInstance = "with `-InstanceId`";
    private const string Lost = "after a lost answer";
    private const string Waiting = "with `-Wait`";
    private const string Passing = "with `-PassThru`";

    private const string Order = "New-ZecInstance -ZoneId eu-west-1a -InstanceType z2a.cpu.1 -ImageId debian12_20240712 -SubnetId s-1";

    /// <summary>What a user does, when, and how; the rows of the page in their order. What is always sent is named in the first row only.</summary>
    private static readonly (string Cmdlet, string When, string Script)[] Uses =
    [
        ("Add-ZecSecurityGroupRule", Always, "$group | Add-ZecSecurityGroupRule -Rule @{ Direction = 'ingress'; Protocol = 'icmp'; CidrIp = '10.0.0.0/8' }"),
        ("Connect-Zec", Always, "Connect-Zec -Simulator"),
        ("ConvertTo-ZecReport", Always, "$plans | ConvertTo-ZecReport"),
        ("Copy-ZecImage", Always, "$image | Copy-ZecImage -RegionId eu-west-1"),
        ("Copy-ZecImage", Waiting, "$image | Copy-ZecImage -RegionId eu-west-1 -Wait"),
        ("Copy-ZecImage", Passing, "$image | Copy-ZecImage -RegionId eu-west-1 -PassThru"),
        ("Copy-ZecImage", Lost, "$image | Copy-ZecImage -RegionId eu-west-1"),
        ("Disconnect-Zec", Always, "Disconnect-Zec"),
        ("Dismount-ZecDisk", Always, "$disks[0] | Dismount-ZecDisk -AllowRunning"),
        ("Dismount-ZecDisk", AsIdsOrRows, "Dismount-ZecDisk $disks[0].DiskId -AllowRunning"),
        ("Dismount-ZecDisk", Waiting, "$disks[0] | Dismount-ZecDisk -AllowRunning -Wait"),
        ("Dismount-ZecDisk", Passing, "$disks[0] | Dismount-ZecDisk -AllowRunning -PassThru"),
        ("Dismount-ZecDisk", Lost, "$disks[0] | Dismount-ZecDisk -AllowRunning"),
        ("Dismount-ZecNic", Always, "$held | Dismount-ZecNic"),
        ("Dismount-ZecNic", Waiting, "$held | Dismount-ZecNic -Wait"),
        ("Dismount-ZecNic", Passing, "$held | Dismount-ZecNic -PassThru"),
        ("Dismount-ZecNic", Lost, "$held | Dismount-ZecNic"),
        ("Get-ZecAutoSnapshotPolicy", Always, "Get-ZecAutoSnapshotPolicy; Get-ZecAutoSnapshotPolicy $policy.AutoSnapshotPolicyId"),
        ("Get-ZecConnection", Always, "Get-ZecConnection"),
        ("Get-ZecDisk", Always, "Get-ZecDisk -Unused; Get-ZecDisk $disks[0].DiskId; $fresh | Get-ZecDisk"),
        ("Get-ZecDiskCategory", Always, "Get-ZecDiskCategory -ZoneId eu-west-1a"),
        ("Get-ZecDiskMetric", Always, "$disks[0] | Get-ZecDiskMetric -MetricName DISK_UTIL"),
        ("Get-ZecDiskPrice", Always, "Get-ZecDiskPrice -ZoneId eu-west-1a -SizeGiB 20; $disks[0] | Get-ZecDiskPrice; $disks[0] | Get-ZecDiskPrice -SizeGiB 500"),
        ("Get-ZecEip", Always, "Get-ZecEip -Unused; Get-ZecEip $eip.EipId; $fresh | Get-ZecEip"),
        ("Get-ZecEipMetric", Always, "$eip | Get-ZecEipMetric -MetricName BANDWIDTH"),
        ("Get-ZecEipPeerRegion", Always, "Get-ZecEipPeerRegion eu-west-1"),
        ("Get-ZecEipPrice", Always, "$eip | Get-ZecEipPrice; $eip | Get-ZecEipPrice -BandwidthMbps 5; $eip | Get-ZecEipPrice -TrafficPackageSizeTB 1; $eip | Get-ZecEipPrice -InternetChargeType ByBandwidth -BandwidthMbps 5"),
        ("Get-ZecEipTarget", Always, "$eip | Get-ZecEipTarget"),
        ("Get-ZecEipTraffic", Always, "$eip | Get-ZecEipTraffic"),
        ("Get-ZecImage", Always, "Get-ZecImage eu-west-1a; Get-ZecImage eu-west-1a -ImageId debian12_20240712"),
        ("Get-ZecImage", "with `-Custom`", "Get-ZecImage eu-west-1a; Get-ZecImage -Custom; Get-ZecImage -Custom -ImageId $image.ImageId"),
        ("Get-ZecImageCopyProgress", Always, "$image | Get-ZecImageCopyProgress"),
        ("Get-ZecInstance", Always, "Get-ZecInstance -Name web-*; Get-ZecInstance $id"),
        ("Get-ZecInstanceMetric", Always, "Get-ZecInstanceMetric $id -MetricName CPU_UTILIZATION"),
        ("Get-ZecInstancePrice", Always, "Get-ZecInstancePrice -ZoneId eu-west-1a -InstanceType z2a.cpu.1 -SystemDiskSizeGiB 20; Get-ZecInstancePrice -InstanceId $id -InstanceType z2a.cpu.2"),
        ("Get-ZecInstancePrice", "without `-SystemDiskSizeGiB`", "Get-ZecInstancePrice -ZoneId eu-west-1a -InstanceType z2a.cpu.1 -ImageId debian12_20240712; Get-ZecInstancePrice -InstanceId $id -InstanceType z2a.cpu.2"),
        ("Get-ZecInstanceStatus", Always, "Get-ZecInstanceStatus; Get-ZecInstanceStatus $id"),
        ("Get-ZecInstanceType", Always, "Get-ZecInstanceType -ZoneId eu-west-1a; Get-ZecInstanceType -Gpu; Get-ZecInstanceType -Accelerator"),
        ("Get-ZecInstanceVncUrl", Always, "$fresh | Get-ZecInstanceVncUrl"),
        ("Get-ZecInternetChargeType", Always, "Get-ZecInternetChargeType eu-west-1"),
        ("Get-ZecNetworkLineType", Always, "Get-ZecNetworkLineType"),
        ("Get-ZecNic", Always, "Get-ZecNic -Unused; Get-ZecNic nic-unused; $fresh | Get-ZecNic"),
        ("Get-ZecNicIPv6", Always, "$six | Get-ZecNicIPv6"),
        ("Get-ZecNicIPv6", "given instances", "$six | Get-ZecNicIPv6; $fresh | Get-ZecNicIPv6"),
        ("Get-ZecNicIPv6Price", Always, "Get-ZecNicIPv6Price -RegionId eu-west-1 -BandwidthMbps 5; $public | Get-ZecNicIPv6Price -BandwidthMbps 5; $public | Get-ZecNicIPv6Price -InternetChargeType ByBandwidth -BandwidthMbps 5"),
        ("Get-ZecNicMetric", Always, "$nic | Get-ZecNicMetric -MetricName RX_BITS"),
        ("Get-ZecOperation", Always, "Get-ZecOperation"),
        ("Get-ZecPlacementGroup", Always, "Get-ZecPlacementGroup -Unused; Get-ZecPlacementGroup pg-db; $fresh | Get-ZecPlacementGroup"),
        ("Get-ZecRegion", Always, "Get-ZecRegion"),
        ("Get-ZecRegionCapacity", Always, "Get-ZecRegionCapacity eu-west-1"),
        ("Get-ZecReleasePlan", Always, "$fresh | Get-ZecReleasePlan -NoPrice"),
        ("Get-ZecReleasePlan", "without `-NoPrice`", "$fresh | Get-ZecReleasePlan"),
        ("Get-ZecReleasePlan", AsIds, "Get-ZecReleasePlan $id -NoPrice"),
        ("Get-ZecSecurityGroup", Always, "Get-ZecSecurityGroup; Get-ZecSecurityGroup sg-web; $vpc | Get-ZecSecurityGroup"),
        ("Get-ZecSecurityGroupRule", Always, "$group | Get-ZecSecurityGroupRule; Get-ZecSecurityGroupRule sg-web"),
        ("Get-ZecSnapshot", Always, "Get-ZecSnapshot; Get-ZecSnapshot $snapshots[0].SnapshotId; $disks | Get-ZecSnapshot"),
        ("Get-ZecSnapshot", "with `-Unused`", "Get-ZecSnapshot; Get-ZecSnapshot -Unused; $disks | Get-ZecSnapshot"),
        ("Get-ZecSubnet", Always, "Get-ZecSubnet; Get-ZecSubnet subnet-1; $vpc | Get-ZecSubnet"),
        ("Get-ZecTimeZone", Always, "Get-ZecTimeZone"),
        ("Get-ZecUnused", Always, "Get-ZecUnused -NoPrice"),
        ("Get-ZecUnused", "without `-NoPrice`", "Get-ZecUnused"),
        ("Get-ZecVpc", Always, "Get-ZecVpc; Get-ZecVpc vpc-main; $subnet | Get-ZecVpc"),
        ("Get-ZecZone", Always, "Get-ZecZone; Get-ZecZone eu-west-1a"),
        ("Measure-ZecReleasePlan", Always, "@() | Measure-ZecReleasePlan"),
        ("Mount-ZecDisk", Always, "$loose | Mount-ZecDisk -InstanceId $stopped[0].InstanceId"),
        ("Mount-ZecDisk", Waiting, "$loose | Mount-ZecDisk -InstanceId $stopped[0].InstanceId -Wait"),
        ("Mount-ZecDisk", Passing, "$loose | Mount-ZecDisk -InstanceId $stopped[0].InstanceId -PassThru"),
        ("Mount-ZecDisk", Lost, "$loose | Mount-ZecDisk -InstanceId $stopped[0].InstanceId"),
        ("Mount-ZecNic", Always, "$nic | Mount-ZecNic -InstanceId $holder.InstanceId"),
        ("Mount-ZecNic", Waiting, "$nic | Mount-ZecNic -InstanceId $holder.InstanceId -Wait"),
        ("Mount-ZecNic", Passing, "$nic | Mount-ZecNic -InstanceId $holder.InstanceId -PassThru"),
        ("Mount-ZecNic", Lost, "$nic | Mount-ZecNic -InstanceId $holder.InstanceId"),
        ("New-ZecAutoSnapshotPolicy", Always, "New-ZecAutoSnapshotPolicy -ZoneId eu-west-1a -Name new -DayOfWeek Monday -HourUtc 2 -RetentionDays 7"),
        ("New-ZecDisk", Always, "New-ZecDisk -ZoneId eu-west-1a -Name new -SizeGiB 20; New-ZecDisk -ZoneId eu-west-1a -Name new -SizeGiB 20 -Wait"),
        ("New-ZecEip", Always, "New-ZecEip eu-west-1 new ByBandwidth -BandwidthMbps 5 -NetworkLineType PremiumBGP"),
        ("New-ZecImage", Always, "$others[0] | New-ZecImage -Name new; $others[1] | New-ZecImage -Name newer -Wait"),
        ("New-ZecInstance", Always, Order),
        ("New-ZecInstance", Waiting, $"{Order} -Wait"),
        ("New-ZecNic", Always, "New-ZecNic subnet-1 -Name new; New-ZecNic subnet-1 -Name new -Wait"),
        ("New-ZecNicIPv4", Always, "$nic | New-ZecNicIPv4 -Count 1; $nic | New-ZecNicIPv4 -IpAddress 10.1.7.7"),
        ("New-ZecNicIPv4", Lost, "$nic | New-ZecNicIPv4 -IpAddress 10.1.7.7"),
        ("New-ZecNicIPv6", Always, "$nic | New-ZecNicIPv6 -InternetChargeType ByBandwidth"),
        ("New-ZecPlacementGroup", Always, "New-ZecPlacementGroup eu-west-1a new"),
        ("New-ZecSecurityGroup", Always, "New-ZecSecurityGroup new"),
        ("New-ZecSnapshot", Always, "$disks[0] | New-ZecSnapshot; $disks[0] | New-ZecSnapshot -Name new -Wait"),
        ("New-ZecSubnet", Always, "New-ZecSubnet vpc-lab new eu-west-1 IPv4 -CidrBlock 172.16.7.0/24"),
        ("New-ZecVpc", Always, "New-ZecVpc new 10.7.0.0/16 1500"),
        ("Register-ZecAutoSnapshotPolicy", Always, "$free | Register-ZecAutoSnapshotPolicy -AutoSnapshotPolicyId $policy.AutoSnapshotPolicyId"),
        ("Register-ZecAutoSnapshotPolicy", Passing, "$free | Register-ZecAutoSnapshotPolicy -AutoSnapshotPolicyId $policy.AutoSnapshotPolicyId -PassThru"),
        ("Register-ZecAutoSnapshotPolicy", Lost, "$free | Register-ZecAutoSnapshotPolicy -AutoSnapshotPolicyId $policy.AutoSnapshotPolicyId"),
        ("Register-ZecEip", Always, "$eip | Register-ZecEip -NicId $target.NicId -LanIp $target.LanIp"),
        ("Register-ZecEip", ToInstance, "$eip | Register-ZecEip -InstanceId $instance"),
        ("Register-ZecEip", Waiting, "$eip | Register-ZecEip -NicId $target.NicId -LanIp $target.LanIp -Wait"),
        ("Register-ZecEip", Passing, "$eip | Register-ZecEip -NicId $target.NicId -LanIp $target.LanIp -PassThru"),
        ("Register-ZecEip", Lost, "$eip | Register-ZecEip -NicId $target.NicId -LanIp $target.LanIp"),
        ("Register-ZecSecurityGroup", Always, "$vpc | Register-ZecSecurityGroup -SecurityGroupId sg-unused"),
        ("Register-ZecSecurityGroup", Passing, "$vpc | Register-ZecSecurityGroup -SecurityGroupId sg-unused -PassThru"),
        ("Register-ZecSecurityGroup", Lost, "$vpc | Register-ZecSecurityGroup -SecurityGroupId sg-unused"),
        ("Remove-ZecAutoSnapshotPolicy", Always, "$policy | Remove-ZecAutoSnapshotPolicy -Force"),
        ("Remove-ZecAutoSnapshotPolicy", AsIds, "Remove-ZecAutoSnapshotPolicy $policy.AutoSnapshotPolicyId -Force"),
        ("Remove-ZecAutoSnapshotPolicy", Lost, "$policy | Remove-ZecAutoSnapshotPolicy -Force"),
        ("Remove-ZecDisk", Always, "$free | Remove-ZecDisk -Force"),
        ("Remove-ZecDisk", AsIds, "Remove-ZecDisk $free[0].DiskId -Force"),
        ("Remove-ZecDisk", Waiting, "$free | Remove-ZecDisk -Force -Wait"),
        ("Remove-ZecDisk", Lost, "$free[0] | Remove-ZecDisk -Force"),
        ("Remove-ZecEip", Always, "$eip | Remove-ZecEip -Force"),
        ("Remove-ZecEip", AsIds, "Remove-ZecEip $eip.EipId -Force"),
        ("Remove-ZecEip", Waiting, "$eip | Remove-ZecEip -Force -Wait"),
        ("Remove-ZecEip", Lost, "$eip | Remove-ZecEip -Force"),
        ("Remove-ZecImage", Always, "$image | Remove-ZecImage -Force"),
        ("Remove-ZecImage", AsIds, "Remove-ZecImage $image.ImageId -Force"),
        ("Remove-ZecImage", Waiting, "$image | Remove-ZecImage -Force -Wait"),
        ("Remove-ZecImage", Lost, "$image | Remove-ZecImage -Force"),
        ("Remove-ZecImageCopy", Always, "$golden | Remove-ZecImageCopy -RegionId eu-west-1 -Force"),
        ("Remove-ZecImageCopy", AsIds, "Remove-ZecImageCopy $golden.ImageId -RegionId eu-west-1 -Force"),
        ("Remove-ZecImageCopy", Passing, "$golden | Remove-ZecImageCopy -RegionId eu-west-1 -Force -PassThru"),
        ("Remove-ZecImageCopy", Lost, "$golden | Remove-ZecImageCopy -RegionId eu-west-1 -Force"),
        ("Remove-ZecInstance", Always, "$fresh | Remove-ZecInstance -Force"),
        ("Remove-ZecInstance", AsIds, "Remove-ZecInstance $id -Force"),
        ("Remove-ZecInstance", AsIdsIncluded, "Remove-ZecInstance $id -Force -IncludeProtected"),
        ("Remove-ZecInstance", "with `-Wait` or `-Purge`", "$fresh | Remove-ZecInstance -Force -Wait; $others | Remove-ZecInstance -Force -Purge"),
        ("Remove-ZecInstance", "with `-KeepDependentResource`", "$fresh | Remove-ZecInstance -Force -KeepDependentResource"),
        ("Remove-ZecInstance", "with `-PurgeDependentResource`", "$stopped | Remove-ZecInstance -Force -PurgeDependentResource -WarningAction Ignore"),
        ("Remove-ZecInstance", "given plans", "$plans | Remove-ZecInstance -Force"),
        ("Remove-ZecInstance", Lost, "$fresh | Remove-ZecInstance -Force"),
        ("Remove-ZecNic", Always, "$nic | Remove-ZecNic -Force"),
        ("Remove-ZecNic", AsIds, "Remove-ZecNic $nic.NicId -Force"),
        ("Remove-ZecNic", Waiting, "$nic | Remove-ZecNic -Force -Wait"),
        ("Remove-ZecNic", Lost, "$nic | Remove-ZecNic -Force"),
        ("Remove-ZecNicIPv4", Always, "$addresses | Remove-ZecNicIPv4 -Force"),
        ("Remove-ZecNicIPv4", Passing, "$addresses | Remove-ZecNicIPv4 -Force -PassThru"),
        ("Remove-ZecNicIPv4", Lost, "$addresses | Remove-ZecNicIPv4 -Force"),
        ("Remove-ZecNicIPv6", Always, "$six | Remove-ZecNicIPv6 -Force"),
        ("Remove-ZecNicIPv6", AsIds, "Remove-ZecNicIPv6 $six.NicId -Force"),
        ("Remove-ZecNicIPv6", Passing, "$six | Remove-ZecNicIPv6 -Force -PassThru"),
        ("Remove-ZecNicIPv6", Lost, "$six | Remove-ZecNicIPv6 -Force"),
        ("Remove-ZecPlacementGroup", Always, "$apart | Remove-ZecPlacementGroup -Force"),
        ("Remove-ZecPlacementGroup", AsIds, "Remove-ZecPlacementGroup $apart.PlacementGroupId -Force"),
        ("Remove-ZecPlacementGroup", Lost, "$apart | Remove-ZecPlacementGroup -Force"),
        ("Remove-ZecSecurityGroup", Always, "$group | Remove-ZecSecurityGroup -Force"),
        ("Remove-ZecSecurityGroup", AsIds, "Remove-ZecSecurityGroup $group.SecurityGroupId -Force"),
        ("Remove-ZecSecurityGroup", Lost, "$group | Remove-ZecSecurityGroup -Force"),
        ("Remove-ZecSecurityGroupRule", Always, "Get-ZecSecurityGroupRule sg-db | Remove-ZecSecurityGroupRule -Force"),
        ("Remove-ZecSnapshot", Always, "$snapshots | Remove-ZecSnapshot -Force"),
        ("Remove-ZecSnapshot", AsIds, "Remove-ZecSnapshot $snapshots[0].SnapshotId -Force"),
        ("Remove-ZecSnapshot", Waiting, "$snapshots | Remove-ZecSnapshot -Force -Wait"),
        ("Remove-ZecSnapshot", Lost, "$snapshots | Remove-ZecSnapshot -Force"),
        ("Remove-ZecSubnet", Always, "$subnet | Remove-ZecSubnet -Force"),
        ("Remove-ZecSubnet", AsIds, "Remove-ZecSubnet $subnet.SubnetId -Force"),
        ("Remove-ZecSubnet", Lost, "$subnet | Remove-ZecSubnet -Force"),
        ("Remove-ZecVpc", Always, "$vpc | Remove-ZecVpc -Force"),
        ("Remove-ZecVpc", AsIds, "Remove-ZecVpc $vpc.VpcId -Force"),
        ("Remove-ZecVpc", Lost, "$vpc | Remove-ZecVpc -Force"),
        ("Reset-ZecInstance", Always, "$fresh | Reset-ZecInstance -Force"),
        ("Reset-ZecInstance", AsIds, "Reset-ZecInstance $id -Force"),
        ("Reset-ZecInstance", AsIdsIncluded, "Reset-ZecInstance $id -Force -IncludeProtected"),
        ("Reset-ZecInstance", Waiting, "$fresh | Reset-ZecInstance -Force -Wait"),
        ("Reset-ZecInstance", Passing, "$fresh | Reset-ZecInstance -Force -PassThru"),
        ("Reset-ZecInstance", Lost, "$fresh | Reset-ZecInstance -Force"),
        ("Resize-ZecDisk", Always, "$free | Resize-ZecDisk -SizeGiB 600 -Force"),
        ("Resize-ZecDisk", Waiting, "$free | Resize-ZecDisk -SizeGiB 600 -Force -Wait"),
        ("Resize-ZecDisk", Passing, "$free | Resize-ZecDisk -SizeGiB 600 -Force -PassThru"),
        ("Resize-ZecDisk", Lost, "$free[0] | Resize-ZecDisk -SizeGiB 600 -Force"),
        ("Resize-ZecEip", Always, "$eip | Resize-ZecEip -BandwidthMbps 5; $packaged | Resize-ZecEip -TrafficPackageSizeTB 2"),
        ("Resize-ZecEip", Waiting, "$eip | Resize-ZecEip -BandwidthMbps 5 -Wait; $packaged | Resize-ZecEip -TrafficPackageSizeTB 2 -Wait"),
        ("Resize-ZecEip", Passing, "$eip | Resize-ZecEip -BandwidthMbps 5 -PassThru; $packaged | Resize-ZecEip -TrafficPackageSizeTB 2 -PassThru"),
        ("Resize-ZecEip", Lost, "$eip | Resize-ZecEip -BandwidthMbps 5; $packaged | Resize-ZecEip -TrafficPackageSizeTB 2"),
        ("Resize-ZecInstance", Always, "$small | Resize-ZecInstance -InstanceType z2a.cpu.8"),
        ("Resize-ZecInstance", AsIds, "Resize-ZecInstance $small.InstanceId z2a.cpu.8"),
        ("Resize-ZecInstance", Waiting, "$small | Resize-ZecInstance -InstanceType z2a.cpu.8 -Wait"),
        ("Resize-ZecInstance", Passing, "$small | Resize-ZecInstance -InstanceType z2a.cpu.8 -PassThru"),
        ("Resize-ZecInstance", Lost, "$small | Resize-ZecInstance -InstanceType z2a.cpu.8"),
        ("Resize-ZecNicIPv6", Always, "$public | Resize-ZecNicIPv6 -BandwidthMbps 50"),
        ("Resize-ZecNicIPv6", Passing, "$public | Resize-ZecNicIPv6 -BandwidthMbps 50 -PassThru"),
        ("Resize-ZecNicIPv6", Lost, "$public | Resize-ZecNicIPv6 -BandwidthMbps 50"),
        ("Restart-ZecInstance", Always, "Restart-ZecInstance $running; $runs | Restart-ZecInstance -PowerCycle -Force"),
        ("Restart-ZecInstance", Waiting, "Restart-ZecInstance $running -Wait"),
        ("Restart-ZecInstance", Passing, "Restart-ZecInstance $running -PassThru"),
        ("Restart-ZecInstance", Lost, "Restart-ZecInstance $running"),
        ("Restore-ZecDisk", Always, "$binned | Restore-ZecDisk"),
        ("Restore-ZecDisk", Waiting, "$binned | Restore-ZecDisk -Wait"),
        ("Restore-ZecDisk", Passing, "$binned | Restore-ZecDisk -PassThru"),
        ("Restore-ZecDisk", Lost, "$binned | Restore-ZecDisk"),
        ("Restore-ZecEip", Always, "$binnedEip | Restore-ZecEip"),
        ("Restore-ZecEip", Waiting, "$binnedEip | Restore-ZecEip -Wait"),
        ("Restore-ZecEip", Passing, "$binnedEip | Restore-ZecEip -PassThru"),
        ("Restore-ZecEip", Lost, "$binnedEip | Restore-ZecEip"),
        ("Restore-ZecSnapshot", Always, "$kept | Restore-ZecSnapshot -Force"),
        ("Restore-ZecSnapshot", AsIds, "Restore-ZecSnapshot $kept.SnapshotId -Force"),
        ("Restore-ZecSnapshot", Waiting, "$kept | Restore-ZecSnapshot -Force -Wait"),
        ("Restore-ZecSnapshot", Passing, "$kept | Restore-ZecSnapshot -Force -PassThru"),
        ("Restore-ZecSnapshot", Lost, "$kept | Restore-ZecSnapshot -Force"),
        ("Set-ZecAutoSnapshotPolicy", Always, "$policy | Set-ZecAutoSnapshotPolicy -HourUtc 5"),
        ("Set-ZecAutoSnapshotPolicy", Passing, "$policy | Set-ZecAutoSnapshotPolicy -HourUtc 5 -PassThru"),
        ("Set-ZecAutoSnapshotPolicy", Lost, "$policy | Set-ZecAutoSnapshotPolicy -HourUtc 5"),
        ("Set-ZecDisk", Always, "$free | Set-ZecDisk -Name renamed; $free | Set-ZecDisk -ResourceGroupId rg-research"),
        ("Set-ZecDisk", Passing, "$free | Set-ZecDisk -Name renamed -PassThru; $free | Set-ZecDisk -ResourceGroupId rg-research -PassThru"),
        ("Set-ZecDisk", Lost, "$free | Set-ZecDisk -Name renamed; $free | Set-ZecDisk -ResourceGroupId rg-research"),
        ("Set-ZecEip", Always, "$boundEip | Set-ZecEip -Name renamed; $boundEip | Set-ZecEip -RateLimitMode STRICT; $boundEip | Set-ZecEip -BindType Passthrough; $boundEip | Set-ZecEip -IcmpProbe $true; $boundEip | Set-ZecEip -Egress"),
        ("Set-ZecEip", Passing, "$boundEip | Set-ZecEip -Name renamed -PassThru; $boundEip | Set-ZecEip -RateLimitMode STRICT -PassThru; $boundEip | Set-ZecEip -BindType Passthrough -PassThru; $boundEip | Set-ZecEip -IcmpProbe $true -PassThru; $boundEip | Set-ZecEip -Egress -PassThru"),
        ("Set-ZecEip", Lost, "$boundEip | Set-ZecEip -Name renamed; $boundEip | Set-ZecEip -RateLimitMode STRICT; $boundEip | Set-ZecEip -BindType Passthrough; $boundEip | Set-ZecEip -IcmpProbe $true; $boundEip | Set-ZecEip -Egress"),
        ("Set-ZecEipAddress", Always, "$eip | Set-ZecEipAddress -Force"),
        ("Set-ZecEipInternetChargeType", Always, "$eip | Set-ZecEipInternetChargeType -InternetChargeType ByTrafficPackage -TrafficPackageSizeTB 1"),
        ("Set-ZecEipInternetChargeType", Passing, "$eip | Set-ZecEipInternetChargeType -InternetChargeType ByTrafficPackage -TrafficPackageSizeTB 1 -PassThru"),
        ("Set-ZecEipInternetChargeType", Lost, "$eip | Set-ZecEipInternetChargeType -InternetChargeType ByTrafficPackage -TrafficPackageSizeTB 1"),
        ("Set-ZecImage", Always, "$image | Set-ZecImage -Name renamed"),
        ("Set-ZecImage", Passing, "$image | Set-ZecImage -Name renamed -PassThru"),
        ("Set-ZecImage", Lost, "$image | Set-ZecImage -Name renamed"),
        ("Set-ZecInstance", Always, "Set-ZecInstance $id -Name renamed; $fresh | Set-ZecInstance -Name renamed; $small | Set-ZecInstance -NicNetworkType VirtioOnly; Set-ZecInstance $id -EnableAgentMonitor $true; Set-ZecInstance $id -EnableAgentMonitor $false; Set-ZecInstance $id -EnableIpForward $true; Set-ZecInstance $id -EnableIpForward $false; Set-ZecInstance $instance -PlacementGroupId $apart.PlacementGroupId; Set-ZecInstance $instance -NoPlacementGroup"),
        ("Set-ZecInstance", Passing, "Set-ZecInstance $id -Name renamed -PassThru; $small | Set-ZecInstance -NicNetworkType VirtioOnly -PassThru; Set-ZecInstance $id -EnableAgentMonitor $true -PassThru; Set-ZecInstance $id -EnableAgentMonitor $false -PassThru; Set-ZecInstance $id -EnableIpForward $true -PassThru; Set-ZecInstance $id -EnableIpForward $false -PassThru; Set-ZecInstance $instance -PlacementGroupId $apart.PlacementGroupId -PassThru; Set-ZecInstance $instance -NoPlacementGroup -PassThru"),
        ("Set-ZecInstance", Lost, "Set-ZecInstance $id -Name renamed; $small | Set-ZecInstance -NicNetworkType VirtioOnly; Set-ZecInstance $id -EnableAgentMonitor $true; Set-ZecInstance $id -EnableAgentMonitor $false; Set-ZecInstance $id -EnableIpForward $true; Set-ZecInstance $id -EnableIpForward $false; Set-ZecInstance $instance -PlacementGroupId $apart.PlacementGroupId; Set-ZecInstance $instance -NoPlacementGroup"),
        ("Set-ZecInstancePassword", Always, "Set-ZecInstancePassword $running -Password $password"),
        ("Set-ZecInstancePassword", Passing, "Set-ZecInstancePassword $running -Password $password -PassThru"),
        ("Set-ZecNic", Always, "$nic | Set-ZecNic -Name renamed; $nic | Set-ZecNic -SecurityGroupId sg-web"),
        ("Set-ZecNic", Passing, "$nic | Set-ZecNic -Name renamed -PassThru; $nic | Set-ZecNic -SecurityGroupId sg-web -PassThru"),
        ("Set-ZecNic", Lost, "$nic | Set-ZecNic -Name renamed; $nic | Set-ZecNic -SecurityGroupId sg-web"),
        ("Set-ZecNicIPv6", Always, "$public | Set-ZecNicIPv6 -RateLimitMode STRICT"),
        ("Set-ZecNicIPv6", Passing, "$public | Set-ZecNicIPv6 -RateLimitMode STRICT -PassThru"),
        ("Set-ZecNicIPv6", Lost, "$public | Set-ZecNicIPv6 -RateLimitMode STRICT"),
        ("Set-ZecPlacementGroup", Always, "$apart | Set-ZecPlacementGroup -Name renamed"),
        ("Set-ZecPlacementGroup", Passing, "$apart | Set-ZecPlacementGroup -Name renamed -PassThru"),
        ("Set-ZecPlacementGroup", Lost, "$apart | Set-ZecPlacementGroup -Name renamed"),
        ("Set-ZecSecurityGroup", Always, "$group | Set-ZecSecurityGroup -Name renamed"),
        ("Set-ZecSecurityGroup", Passing, "$group | Set-ZecSecurityGroup -Name renamed -PassThru"),
        ("Set-ZecSecurityGroup", Lost, "$group | Set-ZecSecurityGroup -Name renamed"),
        ("Set-ZecSecurityGroupRule", Always, "$group | Set-ZecSecurityGroupRule -Rule @{ Direction = 'ingress'; Protocol = 'icmp'; CidrIp = '10.0.0.0/8' } -Force"),
        ("Set-ZecSnapshot", Always, "$snapshots | Set-ZecSnapshot -Name renamed"),
        ("Set-ZecSnapshot", Passing, "$snapshots | Set-ZecSnapshot -Name renamed -PassThru"),
        ("Set-ZecSnapshot", Lost, "$snapshots | Set-ZecSnapshot -Name renamed"),
        ("Set-ZecSubnet", Always, "$subnet | Set-ZecSubnet -Name renamed; $subnet | Set-ZecSubnet -CidrBlock 172.16.4.0/22; $subnet | Set-ZecSubnet -IpStackType IPv4_IPv6 -IPv6Type Public"),
        ("Set-ZecSubnet", Passing, "$subnet | Set-ZecSubnet -Name renamed -PassThru; $subnet | Set-ZecSubnet -CidrBlock 172.16.4.0/22 -PassThru; $subnet | Set-ZecSubnet -IpStackType IPv4_IPv6 -IPv6Type Public -PassThru"),
        ("Set-ZecSubnet", Lost, "$subnet | Set-ZecSubnet -Name renamed; $subnet | Set-ZecSubnet -CidrBlock 172.16.4.0/22; $subnet | Set-ZecSubnet -IpStackType IPv4_IPv6 -IPv6Type Public"),
        ("Set-ZecVpc", Always, "$vpc | Set-ZecVpc -Name renamed; $vpc | Set-ZecVpc -EnablePrivateIPv6"),
        ("Set-ZecVpc", Passing, "$vpc | Set-ZecVpc -Name renamed -PassThru; $vpc | Set-ZecVpc -EnablePrivateIPv6 -PassThru"),
        ("Set-ZecVpc", Lost, "$vpc | Set-ZecVpc -Name renamed; $vpc | Set-ZecVpc -EnablePrivateIPv6"),
        ("Start-ZecInstance", Always, "Start-ZecInstance $id; $fresh | Start-ZecInstance"),
        ("Start-ZecInstance", Waiting, "Start-ZecInstance $id -Wait"),
        ("Start-ZecInstance", Passing, "Start-ZecInstance $id -PassThru"),
        ("Start-ZecInstance", Lost, "Start-ZecInstance $id"),
        ("Stop-ZecInstance", Always, "Stop-ZecInstance $running; $runs[0] | Stop-ZecInstance -PowerOff -Force"),
        ("Stop-ZecInstance", Waiting, "Stop-ZecInstance $running -Wait"),
        ("Stop-ZecInstance", Passing, "Stop-ZecInstance $running -PassThru"),
        ("Stop-ZecInstance", Lost, "Stop-ZecInstance $running"),
        ("Test-ZecConnection", Always, "Test-ZecConnection"),
        ("Unregister-ZecAutoSnapshotPolicy", Always, "$under | Unregister-ZecAutoSnapshotPolicy"),
        ("Unregister-ZecAutoSnapshotPolicy", AsIdsWithoutPolicy, "Unregister-ZecAutoSnapshotPolicy $under.DiskId"),
        ("Unregister-ZecAutoSnapshotPolicy", Passing, "$under | Unregister-ZecAutoSnapshotPolicy -PassThru"),
        ("Unregister-ZecAutoSnapshotPolicy", Lost, "$under | Unregister-ZecAutoSnapshotPolicy"),
        ("Unregister-ZecEip", Always, "$boundEip | Unregister-ZecEip"),
        ("Unregister-ZecEip", Waiting, "$boundEip | Unregister-ZecEip -Wait"),
        ("Unregister-ZecEip", Passing, "$boundEip | Unregister-ZecEip -PassThru"),
        ("Unregister-ZecEip", Lost, "$boundEip | Unregister-ZecEip"),
        ("Unregister-ZecSecurityGroup", Always, "$grouped | Unregister-ZecSecurityGroup"),
        ("Unregister-ZecSecurityGroup", Passing, "$grouped | Unregister-ZecSecurityGroup -PassThru"),
        ("Unregister-ZecSecurityGroup", Lost, "$grouped | Unregister-ZecSecurityGroup"),
        ("Wait-ZecDisk", Always, "$free | Wait-ZecDisk -Until Available"),
        ("Wait-ZecEip", Always, "$eip | Wait-ZecEip -Until Unbind"),
        ("Wait-ZecImage", Always, "$image | Wait-ZecImage -Until Available"),
        ("Wait-ZecInstance", Always, "Wait-ZecInstance $running -Until RUNNING"),
        ("Wait-ZecNic", Always, "$nic | Wait-ZecNic -Until Available"),
        ("Wait-ZecSnapshot", Always, "$snapshots | Wait-ZecSnapshot -Until Available"),
    ];

    [Fact]
    public async Task The_page_lists_the_actions_that_each_cmdlet_sends()
    {
        var always = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var rows = new List<string>();
        var all = new string[Uses.Length][];
        await Parallel.ForAsync(
            0,
            Uses.Length,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = TestContext.Current.CancellationToken },
            async (index, _) => all[index] = await SentAsync(Uses[index].Script, loses: Uses[index].When == Lost));
        foreach (var ((cmdlet, when, _), actions) in Uses.Zip(all))
        {
            var sent = actions;
            if (when == Always)
            {
                always[cmdlet] = sent;
            }
            else
            {
                Assert.Empty(always[cmdlet].Except(sent));
                sent = [.. sent.Except(always[cmdlet])];
            }

            rows.Add($"| `{cmdlet}` | {when} | {(sent.Length == 0 ? "none" : string.Join(", ", sent.Select(action => $"`{action}`")))} |");
        }

        // The two cmdlets whose actions the user chooses.
        InsertBefore("`Measure-ZecReleasePlan", "| `Invoke-ZecApi` | always | the action that you name |");
        InsertBefore(
            "`Set-ZecAutoSnapshotPolicy",
            "| `Resume-ZecOperation` | always | the action that lists the kind, such as `DescribeInstances`, and the rights of the cmdlet whose change it continues |");
        var page = Page().Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToArray();
        Assert.True(
            rows.SequenceEqual(page),
            $"The page has to have these rows:\n{string.Join('\n', rows.Except(page))}\nand not these:\n{string.Join('\n', page.Except(rows))}");

        void InsertBefore(string cmdlet, string row) => rows.Insert(rows.FindIndex(one => one.Contains(cmdlet, StringComparison.Ordinal)), row);
    }

    [Fact]
    public void Every_cmdlet_is_on_the_page()
    {
        using var session = new PowerShellSession();

        Assert.All(
            session.Must("Get-Command -Module ZenlayerZec | ForEach-Object Name").Of<string>(),
            name => Assert.Contains(Page(), line => line.StartsWith($"| `{name}` | {Always} |", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Page() => File.ReadLines(Path.Combine(Repository.Root, "docs", "permissions.md"));

    /// <summary>What is sent, but for what it takes to list the instances that it is about.</summary>
    private static async Task<string[]> SentAsync(string script, bool loses)
    {
        await using var account = await ServedAccount.StartAsync(options =>
        {
            options.InstanceCount = 20;
            options.TransitionTime = TimeSpan.Zero;
            options.ActionTimes["DeleteEip"] = TimeSpan.Zero;
            options.DependentRecycleBin = true;
        });

        account.Session["password"] = ServedAccount.Plain("Example-1pass");

        // One look after a lost answer is enough to see which action it is.
        account.Session.Must(
            $"Connect-Zec -Endpoint $endpoint -AccessKeyId {new SimulatorOptions().AccessKeyId} -AccessKeySecret $secret -SettleTimeoutSec 1");
        account.Session.Must("""
            $stopped = @(Get-ZecInstance -Status STOPPED)
            $runs = @(Get-ZecInstance -Status RUNNING)[0..1]
            $fresh = $stopped[0..1]
            $others = $stopped[2..3]
            $id = $stopped[4].InstanceId
            $running = $runs[1].InstanceId
            $plans = $fresh | Get-ZecReleasePlan -NoPrice
            $golden = Get-ZecImage -Custom
            $image = @(Get-ZecInstance -Status STOPPED -ZoneId asia-east-1a)[-1] | New-ZecImage -Name mine -Wait
            $loose = Get-ZecDisk -Type DATA -Parent $stopped[0] | Dismount-ZecDisk -Wait -PassThru
            $disks = @(Get-ZecDisk -Type DATA -Status IN_USE -SnapshotAbility $true)
            $free = @(Get-ZecDisk -Unused | Where-Object DiskId -ne $loose.DiskId)
            $binned = Get-ZecDisk -Status RECYCLED
            $snapshots = @(Get-ZecSnapshot -Status AVAILABLE)
            $kept = @($disks | Get-ZecSnapshot)[0]
            $eip, $packaged, $binnedEip = 1..3 | ForEach-Object { New-ZecEip eu-west-1 "eip-$_" ByBandwidth -BandwidthMbps 10 -NetworkLineType PremiumBGP -Wait }
            $packaged = $packaged | Set-ZecEipInternetChargeType -InternetChargeType ByTrafficPackage -TrafficPackageSizeTB 1 -PassThru
            $null = $binnedEip | Remove-ZecEip -Force -Wait
            $binnedEip = Get-ZecEip $binnedEip.EipId
            $target = @($eip | Get-ZecEipTarget)[0]
            $instance = @(Get-ZecInstance -ZoneId eu-west-1a)[0].InstanceId
            $small = @($stopped | Where-Object { $_.InstanceType -in 'z2a.cpu.1', 'z2a.cpu.2', 'z2a.cpu.4' -and $_.ZoneId -ne 'sa-east-1a' })[0]
            $apart = New-ZecPlacementGroup eu-west-1a apart -PartitionCount 3
            $boundEip = @(Get-ZecEip -Status BINDED -IsDefault $false)[0]
            $policy = New-ZecAutoSnapshotPolicy -ZoneId $loose.ZoneId -Name mine -DayOfWeek Monday -HourUtc 2 -Permanent
            $under = $loose | Register-ZecAutoSnapshotPolicy -AutoSnapshotPolicyId $policy.AutoSnapshotPolicyId -PassThru
            $holder = @(Get-ZecInstance -Status RUNNING | Where-Object { $_.Nics[0].RegionId -eq 'asia-east-1' })[0]
            $held = New-ZecNic subnet-1 -Name held -Wait | Mount-ZecNic -InstanceId $holder.InstanceId -Wait -PassThru
            Set-ZecSubnet subnet-1 -IpStackType IPv4_IPv6 -IPv6Type Public | Out-Null
            $nic = Get-ZecNic nic-unused
            $six = New-ZecNic subnet-1 -Name six -IpStackType IPv4_IPv6 -InternetChargeType ByBandwidth -Wait
            $public = $six | Get-ZecNicIPv6
            $addresses = $six | New-ZecNicIPv4 -Count 1
            $six = Get-ZecNic $six.NicId
            $vpc = New-ZecVpc -Name mine -CidrBlock 10.9.0.0/16 -Mtu 1500
            $group = New-ZecSecurityGroup -Name mine
            $grouped = Get-ZecVpc vpc-main
            $subnet = New-ZecSubnet vpc-lab -Name mine -RegionId eu-west-1 -IpStackType IPv4 -CidrBlock 172.16.5.0/24
            """);
        var before = account.Simulator.Calls.Count;
        account.Simulator.FaultFor = request => loses && request.Action?.StartsWith("Describe", StringComparison.Ordinal) == false
            && !account.Simulator.Calls.Any(call => call.Fault is not null)
                ? SimulatedFault.Drop(carriesOut: true)
                : null;

        // Where the looks cannot tell what became of it, that is an error too.
        var run = account.Run(script);

        Assert.Null(run.Terminating);
        Assert.True(loses || run.Errors.Count == 0, $"{script}: {string.Join(' ', run.Errors)}");
        return [.. account.Simulator.Calls.Skip(before).Select(call => call.Action).Distinct().Order(StringComparer.Ordinal)];
    }
}
