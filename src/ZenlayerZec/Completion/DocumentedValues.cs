using System.Globalization;

namespace ZenlayerZec.Completion;

// The values that the API's version 2025-09-01 documents for parameters whose set is open.

/// <summary>Completes the API's versions, the newest first.</summary>
internal sealed class ApiVersionCompleter() : ValueCompleter("2025-09-01", "2024-04-01");

/// <summary>Completes whose image it is.</summary>
internal sealed class ImageTypeCompleter() : ValueCompleter("PUBLIC_IMAGE", "CUSTOM_IMAGE");

/// <summary>Completes where an image is from.</summary>
internal sealed class ImageSourceCompleter() : ValueCompleter("OFFICIAL", "MARKETING", "CUSTOM", "APP");

/// <summary>Completes an image's operating system.</summary>
internal sealed class OsTypeCompleter() : ValueCompleter("linux", "bsd", "windows", "android", "any");

/// <summary>Completes a product that regions sell.</summary>
internal sealed class RegionProductCompleter() : ValueCompleter("Byoip", "Cidr", "CrossRegionBandwidth", "Disk", "Eip", "NatGateway", "Nic", "Subnet");

/// <summary>Completes what is measured of a disk.</summary>
internal sealed class DiskMetricNameCompleter() : ValueCompleter("DISK_UTIL", "DISK_READ_BYTES", "DISK_READ_OPS", "DISK_WRITE_BYTES", "DISK_WRITE_OPS");

/// <summary>Completes what is measured of a network interface.</summary>
internal sealed class NicMetricNameCompleter()
    : ValueCompleter("RX_BITS", "TX_BITS", "RX_PACKETS", "TX_PACKETS", "RX_DROPPED", "TX_DROPPED", "RX_ERRORS", "TX_ERRORS");

/// <summary>Completes what is measured of an instance.</summary>
internal sealed class InstanceMetricNameCompleter()
    : ValueCompleter(
        "CPU_UTILIZATION", "HYPERVISOR_IO_WAIT_TIME", "HYPERVISOR_QUEUE_TIME", "HYPERVISOR_CPU_USER", "HYPERVISOR_CPU_TIME",
        "HYPERVISOR_CPU_SYSTEM", "PROC_CPU_USER", "PROC_CPU_SYSTEM", "PROC_CPU_IOWAIT", "PROC_CPU_SOFTIRQ", "PROC_CPU_IDLE", "PROC_CPU_OTHER",
        "LOAD1", "LOAD5", "LOAD15", "MEM_UTIL", "REALMEM_UTIL", "TCP_ESTABLISHED", "SWAP_TOTAL", "SWAP_FREE", "SWAP_IN", "SWAP_OUT",
        "KSWAPD_STEAL", "KSWAPD_LHWM", "RX_PACKETS", "TX_PACKETS", "RX_DROPPED", "TX_DROPPED", "RX_ERRORS", "TX_ERRORS", "RX_BITS", "TX_BITS",
        "CPU_PSI_SOME_AVG60", "MEM_PSI_SOME_AVG60", "MEM_PSI_FULL_AVG60", "IO_PSI_SOME_AVG60", "IO_PSI_FULL_AVG60", "UPTIME", "GPU_UTILIZATION",
        "GPU_TEMPERATURE", "GPU_MEMORY_USED", "GPU_MEMORY_UTILIZATION", "GPU_POWER_DRAW", "GPU_FAN_SPEED");

/// <summary>Completes a kind of disk.</summary>
internal sealed class DiskCategoryCompleter() : ValueCompleter("Standard NVMe SSD", "Basic NVMe SSD");

/// <summary>Completes how the public network is paid for.</summary>
internal sealed class InternetChargeTypeCompleter() : ValueCompleter("ByBandwidth", "ByTrafficPackage", "BandwidthCluster");

/// <summary>Completes how an elastic IP is bound.</summary>
internal sealed class EipBindTypeCompleter() : ValueCompleter("FullNat", "Passthrough");

/// <summary>Completes whether the bandwidth of an elastic IP may exceed its limit for short times.</summary>
internal sealed class RateLimitModeCompleter() : ValueCompleter("LOOSE", "STRICT");

/// <summary>Completes what is measured of an elastic IP.</summary>
internal sealed class EipMetricNameCompleter() : ValueCompleter("BANDWIDTH", "PACKETS");

/// <summary>Completes which traffic is meant, that in the country or that with others.</summary>
internal sealed class TrafficDirectionCompleter() : ValueCompleter("LOCAL", "INTERNATIONAL");

/// <summary>Completes which versions of IP there are.</summary>
internal sealed class IpStackTypeCompleter() : ValueCompleter("IPv4", "IPv4_IPv6", "IPv6");

/// <summary>Completes whether IPv6 addresses are private.</summary>
internal sealed class IPv6TypeCompleter() : ValueCompleter("Private", "Public");

/// <summary>Completes the greatest size of a packet.</summary>
internal sealed class MtuCompleter() : ValueCompleter("1300", "1500", "9000");

/// <summary>Completes the direction of a rule of a security group.</summary>
internal sealed class RuleDirectionCompleter() : ValueCompleter("ingress", "egress");

/// <summary>Completes the protocol of a rule of a security group.</summary>
internal sealed class RuleProtocolCompleter() : ValueCompleter("tcp", "udp", "icmp", "all");

/// <summary>Completes the line of a public IPv4 address.</summary>
internal sealed class NetworkLineTypeCompleter()
    : ValueCompleter("PremiumBGP", "StandardBGP", "CN2", "PathBasedBandwidthIP", "LocalLine", "CMI", "CUG", "CTG");

/// <summary>Completes a network interface mode.</summary>
internal sealed class NicNetworkTypeCompleter() : ValueCompleter("Auto", "FailOver", "VirtioOnly", "VfOnly");

/// <summary>Completes the hours of a day, as a 24-hour clock shows them.</summary>
internal sealed class HourCompleter() : ValueCompleter([.. Enumerable.Range(0, 24).Select(hour => hour.ToString(CultureInfo.InvariantCulture))]);
