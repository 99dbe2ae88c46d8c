using System.Collections;
using System.Management.Automation;
using System.Security;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Ordering;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Orders new instances, which are charged from then on.</para>
/// <para type="description">Orders instances in batches of 100, one request after the other, and returns one object for each: the IDs of
/// the new instances and the order number. The instances are still being created then, unless -Wait is given. An order is not sent again
/// when its answer is lost: sent twice, it would be paid twice.</para>
/// </summary>
[Cmdlet(VerbsCommon.New, "ZecInstance", DefaultParameterSetName = OneSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = OnlineHelp.Pages + "New-ZecInstance.md")]
[OutputType(typeof(ZecInstanceOrder), typeof(ZecInstance))]
public sealed class NewZecInstanceCommand : OrderCmdlet
{
    private const string OneSet = "One";
    private const string RowSet = "Row";
    private const string LikeSet = "Like";

    private readonly List<object?> _rows = [];

    /// <summary><para type="description">Rows, such as those of a CSV file, each of which is one order. Their columns are named after the parameters;
    /// an empty cell counts as not given, and a parameter of the command has precedence. All rows are checked before the first order is
    /// sent.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = RowSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ObjectArgumentCompleter))]
    [AllowNull]
    public PSObject?[]? InputObject { get; set; }

    /// <summary><para type="description">An instance that is the pattern: the new ones get its zone, size, subnet, security group, key pair, time
    /// zone and tags, where no other parameter says otherwise. A password is never taken over, nor is a tag that only
    /// protects, such as zec:keep.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = LikeSet)]
    [ArgumentCompleter(typeof(InstanceArgumentCompleter))]
    [ObjectOf(typeof(ZecInstance), RefusesResults = true, RefusesOthers = true, IsOnlyWay = true)]
    [ValidateCount(1, 1)]
    public ZecInstance[]? Like { get; set; }

    /// <summary><para type="description">The ID of the zone.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = OneSet)]
    [Parameter(ParameterSetName = LikeSet)]
    [Parameter(ParameterSetName = RowSet)]
    [ArgumentCompleter(typeof(ZoneIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ZoneId { get; set; }

    /// <summary><para type="description">The size, such as z2a.cpu.4. Get-ZecInstanceType lists the sizes of a zone.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = OneSet)]
    [Parameter(ParameterSetName = LikeSet)]
    [Parameter(ParameterSetName = RowSet)]
    [ArgumentCompleter(typeof(InstanceTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? InstanceType { get; set; }

    /// <summary><para type="description">The ID of the image. Get-ZecImage lists the images of a zone.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = OneSet)]
    [Parameter(Mandatory = true, ParameterSetName = LikeSet)]
    [Parameter(ParameterSetName = RowSet)]
    [ArgumentCompleter(typeof(ZoneImageIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ImageId { get; set; }

    /// <summary><para type="description">The ID of the subnet of the primary network interface. Get-ZecSubnet lists the subnets of a
    /// zone's region.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = OneSet)]
    [Parameter(ParameterSetName = LikeSet)]
    [Parameter(ParameterSetName = RowSet)]
    [ArgumentCompleter(typeof(SubnetIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? SubnetId { get; set; }

    /// <summary><para type="description">The name: 2 to 63 letters, digits, hyphens and periods. [3,2] in it numbers the instances, starting at
    /// 3 with 2 digits: web_[3,2] gives web03, web04. Without a name, the service names each instance "instance".</para></summary>
    [Parameter]
    [Alias("InstanceName")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary><para type="description">The number of instances. More than 100 are ordered in several requests.</para></summary>
    [Parameter]
    [ValidateRange(1, 10_000)]
    public int Count { get; set; } = 1;

    /// <summary><para type="description">The password: 8 to 16 characters, with a lowercase letter, an uppercase letter, a digit and a special
    /// character. Cannot be combined with -KeyId; Windows images accept neither.</para></summary>
    [Parameter]
    [ValidateNotNull]
    [SecureText]
    public SecureString? Password { get; set; }

    /// <summary><para type="description">The ID of the SSH key pair for logging in. Cannot be combined with -Password.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(KeyIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? KeyId { get; set; }

    /// <summary><para type="description">The size of the boot disk in GiB. The default is the minimum of the image.</para></summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? SystemDiskSizeGiB { get; set; }

    /// <summary><para type="description">The category of the boot disk. The default is Standard NVMe SSD.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(DiskCategoryCompleter))]
    [ValidateNotNullOrEmpty]
    public string? SystemDiskCategory { get; set; }

    /// <summary><para type="description">Lets the boot disk exceed its performance limit for short times.</para></summary>
    [Parameter]
    public SwitchParameter SystemDiskBursting { get; set; }

    /// <summary><para type="description">The size in GiB of a data disk for each instance. By default there is none.</para></summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? DataDiskSizeGiB { get; set; }

    /// <summary><para type="description">The category of the data disk. The default is Standard NVMe SSD.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(DiskCategoryCompleter))]
    [ValidateNotNullOrEmpty]
    public string? DataDiskCategory { get; set; }

    /// <summary><para type="description">Lets the data disk exceed its performance limit for short times.</para></summary>
    [Parameter]
    public SwitchParameter DataDiskBursting { get; set; }

    /// <summary><para type="description">The security group of the primary network interface. The default is that of the global VPC.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(SecurityGroupIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? SecurityGroupId { get; set; }

    /// <summary><para type="description">The private IP address. If it is in use, the service chooses another one.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateNotNullOrEmpty]
    public string? LanIp { get; set; }

    /// <summary><para type="description">How the public network is charged. Without it, or -EipId, there is no public network.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(InternetChargeTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? InternetChargeType { get; set; }

    /// <summary><para type="description">The maximum outbound bandwidth to the public network, in Mbps.</para></summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? BandwidthMbps { get; set; }

    /// <summary><para type="description">The traffic package in TB. Only for ByTrafficPackage.</para></summary>
    [Parameter]
    [ValidateRange(0.0, double.MaxValue)]
    public double? TrafficPackageSizeTB { get; set; }

    /// <summary><para type="description">How an elastic IP is bound. The default is FullNat.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(EipBindTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? EipBindType { get; set; }

    /// <summary><para type="description">The IDs of existing elastic IPs, one for each instance. No new elastic IPs are created then.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? EipId { get; set; }

    /// <summary><para type="description">The IP versions. The default is IPv4, if the subnet has it.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(IpStackTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? IpStackType { get; set; }

    /// <summary><para type="description">The network line of the public IPv4 address, such as PremiumBGP.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(NetworkLineTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? NetworkLineType { get; set; }

    /// <summary><para type="description">The bandwidth cluster, if -InternetChargeType is BandwidthCluster.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ClusterId { get; set; }

    /// <summary><para type="description">The bandwidth cluster for IPv6, if it is a different one.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateNotNullOrEmpty]
    public string? IPv6ClusterId { get; set; }

    /// <summary><para type="description">The network interface mode. The default is Auto.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(NicNetworkTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? NicNetworkType { get; set; }

    /// <summary><para type="description">The ID of the resource group. The default is the default group.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(ResourceGroupIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ResourceGroupId { get; set; }

    /// <summary><para type="description">The tags of the new instances: @{env='dev'}. An empty hashtable means none, also with -Like.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(InstanceTagCompleter))]
    [ValidateNotNull]
    public Hashtable? Tag { get; set; }

    /// <summary><para type="description">The time zone of the operating system. The default is America/Los_Angeles.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    [ValidateNotNullOrEmpty]
    public string? TimeZone { get; set; }

    /// <summary><para type="description">The script that the new system runs at its first start. Read a file as one string with Get-Content -Raw.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateNotNullOrEmpty]
    public string? UserData { get; set; }

    /// <summary><para type="description">Whether the QEMU guest agent is on. The default is on.</para></summary>
    [Parameter]
    public bool? EnableAgent { get; set; }

    /// <summary><para type="description">Turns on IP forwarding, which is off by default.</para></summary>
    [Parameter]
    public SwitchParameter EnableIpForward { get; set; }

    /// <summary><para type="description">Lets virtual machines run inside the instances. The vendor must have enabled it for the account.</para></summary>
    [Parameter]
    public SwitchParameter NestedVirtualization { get; set; }

    private protected override ResourceKind Kind => InstanceKind.Kind;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == RowSet)
        {
            _rows.AddRange(InputObject ?? [null]);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        CreateZecInstancesRequest[] orders = [.. Orders()];

        // An order without tags has none, and not an empty list of them.
        Array.ForEach(orders, order => order.Tags = order.Tags is { Count: > 0 } some ? some : null);

        // All are asked about before the first is sent.
        CreateZecInstancesRequest[] wanted =
        [
            .. orders.Where(order => ShouldProcess(
                OrderPart.Target(order) + (Like is [var pattern] ? OrderPattern.Words(order, pattern) : null),
                $"Create {Kind.Count(order.InstanceCount!.Value)}")),
        ];
        if (wanted.Length > 0)
        {
            Create([.. wanted.SelectMany(OrderParts.Cut).Select(OrderPart.Of)]);
        }
    }

    /// <summary>The order of the parameters, or those of the rows; none where the pipeline is empty, or where one of them is not valid.</summary>
    private IEnumerable<CreateZecInstancesRequest> Orders()
    {
        if (ParameterSetName != RowSet && !MyInvocation.ExpectingInput)
        {
            var order = OrderRequest.Of(this);
            if (((Like is [var pattern] ? LikeFault(order, pattern) : null) ?? OrderRequest.Fault(order)) is { } fault)
            {
                ThrowTerminatingError(new ErrorRecord(
                    new ArgumentException($"Nothing was ordered. {fault}"), "OrderInvalid", ErrorCategory.InvalidArgument, null));
            }

            return [order];
        }

        var rows = new OrderRows(
            _rows, common: OrderRequest.Of(this), MyInvocation.BoundParameters.Keys, MyInvocation.MyCommand.Parameters.Keys, () => Client.Options.Account);
        foreach (var warning in rows.Warnings)
        {
            WriteWarning(warning);
        }

        foreach (var fault in rows.Faults)
        {
            WriteError(new ErrorRecord(new ArgumentException($"Nothing was ordered. {fault}"), "OrderInvalid", ErrorCategory.InvalidArgument, null));
        }

        return rows.Orders;
    }

    /// <summary>Makes an order like an instance, which has to be of the account that is ordered in: its subnet and its key pair are.</summary>
    private string? LikeFault(CreateZecInstancesRequest order, ZecInstance pattern)
        => pattern.Account is { } account && account != Client.Options.Account
            ? $"The pattern {Kind.DisplayName(pattern)} belongs to the account {account}, but the connection is to {Client.Options.Account}."
            : OrderPattern.Fill(order, pattern, Client.Options.ProtectedTags);
}
