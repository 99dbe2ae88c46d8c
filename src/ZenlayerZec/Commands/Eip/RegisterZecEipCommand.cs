using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands.Eip;

/// <summary>
/// <para type="synopsis">Binds elastic IPs to an instance, a network interface, a load balancer, a NAT gateway or a high availability virtual IP.</para>
/// <para type="description">An elastic IP that is bound has to be unbound first. Rows of Get-ZecEipTarget say where each elastic IP goes.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Register, "ZecEip", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = OnlineHelp.Pages + "Register-ZecEip.md")]
[OutputType(typeof(ZecBatchResult), typeof(ZecEip))]
public sealed class RegisterZecEipCommand : TransitionCmdlet
{
    private const string Instance = "Instance";
    private const string LoadBalancer = "LoadBalancer";
    private const string NatGateway = "NatGateway";
    private const string HaVip = "HaVip";

    private readonly Dictionary<string, EipBinding> _bindings = new(StringComparer.Ordinal);

    /// <summary><para type="description">The IDs of the elastic IPs.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet + Instance, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet + LoadBalancer, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet + NatGateway, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet + HaVip, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(EipIdCompleter))]
    [IdOf(typeof(ZecEip), RefusesResults = true, RefusesOthers = true)]
    [ValidateId(typeof(ZecEip))]
    public string[] EipId { get; set; } = [];

    /// <summary><para type="description">The elastic IPs, as Get-ZecEip returns them, rows of Get-ZecEipTarget, or rows that name them.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet + Instance, ValueFromPipeline = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet + LoadBalancer, ValueFromPipeline = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet + NatGateway, ValueFromPipeline = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet + HaVip, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(EipArgumentCompleter))]
    [ObjectOf(typeof(ZecEip), RefusesResults = true, RefusesOthers = true)]
    public ZecEip[] InputObject { get; set; } = [];

    /// <summary><para type="description">The ID of an instance. The elastic IPs are bound to the primary private address of its primary network
    /// interface.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet + Instance)]
    [Parameter(Mandatory = true, ParameterSetName = ObjectSet + Instance)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    [IdOf(typeof(ZecInstance), RefusesOthers = true, TakesOne = true)]
    [ValidateId(typeof(ZecInstance))]
    public string InstanceId { get; set; } = string.Empty;

    /// <summary><para type="description">The ID of a network interface. A row may have it in the column NicId.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ObjectSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InstanceNicIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string NicId { get; set; } = string.Empty;

    /// <summary><para type="description">The private address of the network interface. A row may have it in the column LanIp.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ObjectSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(LanIpCompleter))]
    [ValidateNotNullOrEmpty]
    public string LanIp { get; set; } = string.Empty;

    /// <summary><para type="description">The ID of a load balancer.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet + LoadBalancer)]
    [Parameter(Mandatory = true, ParameterSetName = ObjectSet + LoadBalancer)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateNotNullOrEmpty]
    public string? LoadBalancerId { get; set; }

    /// <summary><para type="description">The ID of a NAT gateway.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet + NatGateway)]
    [Parameter(Mandatory = true, ParameterSetName = ObjectSet + NatGateway)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateNotNullOrEmpty]
    public string? NatGatewayId { get; set; }

    /// <summary><para type="description">The ID of a high availability virtual IP.</para></summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet + HaVip)]
    [Parameter(Mandatory = true, ParameterSetName = ObjectSet + HaVip)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateNotNullOrEmpty]
    public string? HaVipId { get; set; }

    /// <summary><para type="description">FullNat translates the address to the private one; Passthrough gives the address itself to the network interface. The
    /// default is FullNat.</para></summary>
    [Parameter(ParameterSetName = IdSet + Instance)]
    [Parameter(ParameterSetName = ObjectSet + Instance)]
    [Parameter(ParameterSetName = IdSet)]
    [Parameter(ParameterSetName = ObjectSet)]
    [ArgumentCompleter(typeof(EipBindTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? BindType { get; set; }

    /// <summary><para type="description">Returns the elastic IPs that were bound, as they are afterwards, instead of the results, and with -Wait when they have
    /// arrived. The results remain in Get-ZecOperation.</para></summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string[] Ids => EipId;

    private protected override ZecObject[] Things => InputObject;

    private protected override ActionWords Words { get; } = new("Binding elastic IPs", "bound", "EipNotBound");

    private protected override string Question => $"Bind the elastic IP to the {Target}";

    private protected override bool EmitsThings => PassThru;

    /// <summary>Each row may name its own network interface: those of one go together.</summary>
    private protected override string? ValueAtHand => IsNic ? $"the network interface {NicId} ({LanIp})" : null;

    private protected override string SeveralValuesCode => "SeveralTargets";

    /// <summary>The default: a row of Get-ZecEipTarget names a network interface.</summary>
    private bool IsNic => ParameterSetName is IdSet or ObjectSet;

    private string Target => LoadBalancerId is not null ? $"load balancer {LoadBalancerId}"
        : NatGatewayId is not null ? $"NAT gateway {NatGatewayId}"
        : HaVipId is not null ? $"high availability virtual IP {HaVipId}"
        : IsIn(Instance) ? $"instance {InstanceId}"
        : $"network interface {NicId} ({LanIp})";

    private EipBinding Binding
    {
        get
        {
            if (!_bindings.TryGetValue(Target, out var binding))
            {
                _bindings.Add(Target, binding = new EipBinding
                {
                    InstanceId = IsIn(Instance) ? InstanceId : null,
                    NicId = IsNic ? NicId : null,
                    LanIp = IsNic ? LanIp : null,
                    LoadBalancerId = LoadBalancerId,
                    NatGatewayId = NatGatewayId,
                    HaVipId = HaVipId,
                    BindType = new EipBindTypeCompleter().Spelled(BindType),
                });
            }

            return binding;
        }
    }

    private protected override string? ReasonToSkip(ZecObject thing) => EipOperations.IsBoundTo((ZecEip)thing, Binding) ? "is already bound to that" : null;

    private protected override WriteOperation CreateOperation() => EipOperations.Register(Binding);

    /// <summary>Looks the primary network interface of the instance up, which the API wants with its address.</summary>
    private protected override void Prepare(ZecClient client, IReadOnlyList<WriteItem> items)
    {
        if (!IsIn(Instance) || items.Count == 0)
        {
            return;
        }

        try
        {
            var found = Wait(stop => InstanceKind.Kind.List.FindAsync(client, Call(), [InstanceId], stop));
            var instance = found.TryGetValue(InstanceId, out var thing) ? (ZecInstance)thing : null;
            if (instance?.Nics.FirstOrDefault(one => one.Type == "Primary") is { NicId.Length: > 0, PrimaryIPv4.Length: > 0 } nic)
            {
                (Binding.NicId, Binding.LanIp) = (nic.NicId, nic.PrimaryIPv4);
                return;
            }

            var fault = instance is null
                ? ZecServiceException.NotThere(InstanceKind.Kind, InstanceId, said: null)
                : ZecServiceException.NoPrimaryAddress(InstanceId);
            foreach (var item in items)
            {
                item.Failure = fault;
            }
        }
        catch (ZecException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, InstanceId, "The instance could not be read. Nothing was sent.", InstanceKind.Kind));
        }
    }
}
