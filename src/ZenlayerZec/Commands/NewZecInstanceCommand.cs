using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Security;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Ordering;
using ZenlayerZec.Client.Waiting;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;
using ZenlayerZec.Filters;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Orders new instances, which cost from then on.</para>
/// <para type="description">Up to a hundred a request, one request after the other, and one object for each: the new instances' IDs and
/// the order's number. The instances are still being created then, unless it is told to wait. An order is never sent again when nobody knows what became of it:
/// sent twice, it would be paid twice.</para>
/// </summary>
[Cmdlet(VerbsCommon.New, "ZecInstance", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(ZecInstanceOrder), typeof(ZecInstance))]
public sealed class NewZecInstanceCommand : ZecCmdlet
{
    /// <summary><para type="description">The zone.</para></summary>
    [Parameter(Mandatory = true)]
    [ArgumentCompleter(typeof(ZoneIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ZoneId { get; set; }

    /// <summary><para type="description">The size, such as z2a.cpu.4: Get-ZecInstanceType lists those of a zone.</para></summary>
    [Parameter(Mandatory = true)]
    [ArgumentCompleter(typeof(InstanceTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? InstanceType { get; set; }

    /// <summary><para type="description">The image: Get-ZecImage lists those of a zone.</para></summary>
    [Parameter(Mandatory = true)]
    [ArgumentCompleter(typeof(ImageIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ImageId { get; set; }

    /// <summary><para type="description">The subnet of the primary network interface.</para></summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string? SubnetId { get; set; }

    /// <summary><para type="description">The name: 2 to 63 letters, digits, hyphens and periods. [3,2] in it numbers the instances, from 3 on
    /// with 2 digits: web_[3,2] makes web03, web04. Where there is none, the service calls each "instance".</para></summary>
    [Parameter]
    [Alias("InstanceName")]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary><para type="description">How many. More than a hundred are ordered by several requests.</para></summary>
    [Parameter]
    [ValidateRange(1, 10_000)]
    public int Count { get; set; } = 1;

    /// <summary><para type="description">The password: 8 to 16 characters, with a small letter, a capital, a digit and a sign. Not together
    /// with -KeyId; Windows images take neither.</para></summary>
    [Parameter]
    [ValidateNotNull]
    [SecureText]
    public SecureString? Password { get; set; }

    /// <summary><para type="description">The SSH key pair that may log in. Not together with -Password.</para></summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? KeyId { get; set; }

    /// <summary><para type="description">The boot disk's size in GiB; by default as small as the image allows.</para></summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? SystemDiskSizeGiB { get; set; }

    /// <summary><para type="description">The boot disk's kind; by default Standard NVMe SSD.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(DiskCategoryCompleter))]
    [ValidateNotNullOrEmpty]
    public string? SystemDiskCategory { get; set; }

    /// <summary><para type="description">Lets the boot disk burst over its performance.</para></summary>
    [Parameter]
    public SwitchParameter SystemDiskBursting { get; set; }

    /// <summary><para type="description">The size in GiB of a data disk that each instance comes with; by default there is none.</para></summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? DataDiskSizeGiB { get; set; }

    /// <summary><para type="description">The data disk's kind; by default Standard NVMe SSD.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(DiskCategoryCompleter))]
    [ValidateNotNullOrEmpty]
    public string? DataDiskCategory { get; set; }

    /// <summary><para type="description">Lets the data disk burst over its performance.</para></summary>
    [Parameter]
    public SwitchParameter DataDiskBursting { get; set; }

    /// <summary><para type="description">The primary interface's security group; by default that of the global VPC.</para></summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SecurityGroupId { get; set; }

    /// <summary><para type="description">The private address; the service chooses another one where it is taken.</para></summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? LanIp { get; set; }

    /// <summary><para type="description">How the public network is paid for; without it, or -EipId, there is none.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(InternetChargeTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? InternetChargeType { get; set; }

    /// <summary><para type="description">The most outbound bandwidth to the public network, in Mbps.</para></summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? BandwidthMbps { get; set; }

    /// <summary><para type="description">The traffic package in TB; counts with ByTrafficPackage only.</para></summary>
    [Parameter]
    [ValidateRange(0.0, double.MaxValue)]
    public double? TrafficPackageSizeTB { get; set; }

    /// <summary><para type="description">How an elastic IP is bound; by default FullNat.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(EipBindTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? EipBindType { get; set; }

    /// <summary><para type="description">Elastic IPs that are there already, one for each instance; no new ones are made then.</para></summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? EipId { get; set; }

    /// <summary><para type="description">Which versions of IP; by default IPv4, where the subnet has it.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(IpStackTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? IpStackType { get; set; }

    /// <summary><para type="description">The line of the public IPv4 address, such as PremiumBGP.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(NetworkLineTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? NetworkLineType { get; set; }

    /// <summary><para type="description">The bandwidth cluster, for BandwidthCluster.</para></summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ClusterId { get; set; }

    /// <summary><para type="description">The bandwidth cluster of IPv6, where it is another one.</para></summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? IPv6ClusterId { get; set; }

    /// <summary><para type="description">The network interface mode; by default Auto.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(NicNetworkTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? NicNetworkType { get; set; }

    /// <summary><para type="description">The resource group; by default the default one.</para></summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ResourceGroupId { get; set; }

    /// <summary><para type="description">The tags: @{env='dev'}.</para></summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public Hashtable? Tag { get; set; }

    /// <summary><para type="description">The system's time zone; by default America/Los_Angeles.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    [ValidateNotNullOrEmpty]
    public string? TimeZone { get; set; }

    /// <summary><para type="description">What the new system runs at its first start; a file is read as one text by Get-Content -Raw.</para></summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? UserData { get; set; }

    /// <summary><para type="description">Whether the QEMU guest agent is on; by default it is.</para></summary>
    [Parameter]
    public bool? EnableAgent { get; set; }

    /// <summary><para type="description">Has IP forwarding on, which is off otherwise.</para></summary>
    [Parameter]
    public SwitchParameter EnableIpForward { get; set; }

    /// <summary><para type="description">Lets virtual machines run inside; the vendor has to have allowed it to the account.</para></summary>
    [Parameter]
    public SwitchParameter NestedVirtualization { get; set; }

    /// <summary><para type="description">A discount code; a wrong one changes nothing.</para></summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? DiscountCode { get; set; }

    /// <summary><para type="description">Pays with a voucher for a proof of concept; the order fails where there is none.</para></summary>
    [Parameter]
    public SwitchParameter UsePocVoucher { get; set; }

    /// <summary><para type="description">Waits until the instances run, and emits them in place of their orders. One whose creation failed,
    /// or that is still on its way when the time is up, is an error.</para></summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary><para type="description">How many seconds the waiting may take.</para></summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TimeoutSec { get; set; } = StateWaits.DefaultTimeoutSec;

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var order = Order();
        if (Fault(order) is { } fault)
        {
            ThrowTerminatingError(new ErrorRecord(
                new ArgumentException($"Nothing was ordered. {fault}"), "OrderInvalid", ErrorCategory.InvalidArgument, null));
        }

        if (ShouldProcess(OrderErrors.Target(order), $"Create {OrderErrors.Instances(Count)}"))
        {
            Send(OrderParts.Cut(order));
        }
    }

    private string? Fault(CreateZecInstancesRequest order)
        => DataDiskSizeGiB is null && (DataDiskCategory is not null || DataDiskBursting)
            ? "A data disk needs a size: -DataDiskSizeGiB."
            : OrderParts.Fault(order);

    private void Send(IReadOnlyList<CreateZecInstancesRequest> parts)
    {
        var run = new OrderRun(Client, parts, Call());
        try
        {
            while (run.HasNext && !Stopping && Send(run))
            {
            }

            if (Wait && run.InstanceIds.Count > 0)
            {
                var waiter = new StateWaiter(Client, run.InstanceIds, WaitGoal.Running, TimeSpan.FromSeconds(TimeoutSec), Call()) { IsAfterOrder = true };
                EmitArriving(waiter, Client, WaitGoal.Running);
            }
        }
        finally
        {
            run.Dispose();
            if (Stopping)
            {
                // The pipeline takes nothing any more; the person at the console still has to know.
                Host?.UI?.WriteWarningLine($"{run.Summary} Get-ZecOperation lists the new instances' IDs.");
            }
        }
    }

    /// <summary>Sends the next request and tells what became of it.</summary>
    /// <returns>Whether the one after it may be sent.</returns>
    private bool Send(OrderRun run)
    {
        Show(run);
        try
        {
            var order = Wait(run.NextAsync);
            Show(run);
            if (!Wait)
            {
                WriteObject(order);
            }

            if (order.InstanceIds.Count == order.Count)
            {
                return true;
            }

            // What the service does then is not what was asked for; more of it would not be, either.
            WriteError(OrderErrors.CountDiffers(order, run));
            return false;
        }
        catch (ZecException failure) when (!Stopping)
        {
            Show(run);
            return Report(failure, run);
        }
        catch (ZecException)
        {
            return false;
        }
    }

    private bool Report(ZecException failure, OrderRun run)
    {
        if (failure.OutcomeUnknown)
        {
            WriteError(OrderErrors.Unknown(failure, run));
            return false;
        }

        var error = OrderErrors.NotPlaced(failure, run);
        if (failure.FailsEveryRequest)
        {
            ThrowTerminatingError(error);
        }

        WriteError(error);
        return true;
    }

    private void Show(OrderRun run) => WriteProgress(new ProgressRecord(0, "Ordering instances", string.Format(
        CultureInfo.InvariantCulture, "{0} of {1} instances, in {2} orders", run.Done, run.Count, run.PartCount))
    {
        PercentComplete = (int)(100L * run.Done / run.Count),
        RecordType = run.HasNext ? ProgressRecordType.Processing : ProgressRecordType.Completed,
    });

    private CreateZecInstancesRequest Order() => new()
    {
        ZoneId = ZoneId,
        InstanceType = InstanceType,
        ImageId = ImageId,
        SubnetId = SubnetId,
        InstanceName = Name,
        InstanceCount = Count,
        Password = Password is null ? null : SecretText.Of(Password),
        KeyId = KeyId,
        SystemDisk = SystemDiskSizeGiB is null && SystemDiskCategory is null && !SystemDiskBursting ? null : new ZecSystemDisk
        {
            SizeGiB = SystemDiskSizeGiB,
            DiskCategory = new DiskCategoryCompleter().Spelled(SystemDiskCategory),
            BurstingEnabled = SystemDiskBursting ? true : null,
        },
        DataDisks = DataDiskSizeGiB is null ? null :
        [
            new ZecDataDisk
            {
                SizeGiB = DataDiskSizeGiB,
                DiskAmount = 1,
                DiskCategory = new DiskCategoryCompleter().Spelled(DataDiskCategory),
                BurstingEnabled = DataDiskBursting ? true : null,
            },
        ],
        SecurityGroupId = SecurityGroupId,
        LanIp = LanIp,
        InternetChargeType = new InternetChargeTypeCompleter().Spelled(InternetChargeType),
        Bandwidth = BandwidthMbps,
        TrafficPackageSize = TrafficPackageSizeTB,
        EipBindType = new EipBindTypeCompleter().Spelled(EipBindType),
        EipIds = EipId,
        IpStackType = new IpStackTypeCompleter().Spelled(IpStackType),
        NetworkLineType = new NetworkLineTypeCompleter().Spelled(NetworkLineType),
        ClusterId = ClusterId,
        Ipv6ClusterId = IPv6ClusterId,
        NicNetworkType = new NicNetworkTypeCompleter().Spelled(NicNetworkType),
        ResourceGroupId = ResourceGroupId,
        Tags = new TagPairs(Tag).ToDictionary(),
        TimeZone = TimeZone,
        UserData = UserData,
        EnableAgent = EnableAgent,
        EnableIpForward = EnableIpForward ? true : null,
        InstanceOptions = NestedVirtualization ? new ZecInstanceOptions { NestedVirtualization = true } : null,
        MarketingOptions = DiscountCode is null && !UsePocVoucher ? null
            : new ZecMarketingOptions { DiscountCode = DiscountCode, UsePocVoucher = UsePocVoucher ? true : null },
    };
}
