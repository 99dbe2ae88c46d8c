using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands.Eip;

/// <summary>
/// <para type="synopsis">Replaces the addresses of elastic IPs.</para>
/// <para type="description">The present address is given up and may never come back. A request whose answer is lost is not sent again.</para>
/// </summary>
[Cmdlet(VerbsCommon.Set, "ZecEipAddress", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    HelpUri = OnlineHelp.Pages + "Set-ZecEipAddress.md")]
[OutputType(typeof(ZecBatchResult), typeof(ZecEip))]
public sealed class SetZecEipAddressCommand : WriteCmdlet
{
    private readonly Dictionary<string, IReadOnlyList<string>> _before = new(StringComparer.Ordinal);

    /// <summary><para type="description">The IDs of the elastic IPs.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(EipIdCompleter))]
    [IdOf(typeof(ZecEip), RefusesResults = true, RefusesOthers = true)]
    [ValidateId(typeof(ZecEip))]
    public string[] EipId { get; set; } = [];

    /// <summary><para type="description">The elastic IPs, as Get-ZecEip returns them, or rows that name them.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(EipArgumentCompleter))]
    [ObjectOf(typeof(ZecEip), RefusesResults = true, RefusesOthers = true)]
    public ZecEip[] InputObject { get; set; } = [];

    /// <summary><para type="description">The new address, for one elastic IP. A row may have it in the column IpAddress. Without it, the service chooses
    /// one.</para></summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateNotNullOrEmpty]
    public string? IpAddress { get; set; }

    /// <summary><para type="description">The address that is replaced, for an elastic IP that has several. A row may have it in the column OwnIp.</para></summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(EipAddressCompleter))]
    [ValidateNotNullOrEmpty]
    public string? OwnIp { get; set; }

    /// <summary><para type="description">Does not ask for confirmation. With -WhatIf or $WhatIfPreference, nothing is replaced.</para></summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary><para type="description">Returns the elastic IPs that were changed, as they are afterwards, instead of the results. The results remain in
    /// Get-ZecOperation.</para></summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string[] Ids => EipId;

    private protected override ZecObject[] Things => InputObject;

    private protected override ActionWords Words { get; } = new("Replacing the addresses of elastic IPs", "replaced", "EipNotReplaced");

    private protected override string Question
        => $"Give up {OwnIp ?? "the address"} of the elastic IP for {IpAddress ?? "another one"}; it may never come back";

    private protected override bool IsForced => Force;

    private protected override bool EmitsThings => PassThru;

    private protected override string? ValueAtHand => IpAddress is null && OwnIp is null ? null : $"{IpAddress ?? "another address"}{(OwnIp is null ? string.Empty : $" in place of {OwnIp}")}";

    private protected override string SeveralValuesCode => "SeveralAddresses";

    private protected override string QuestionOf(ZecObject? thing) => OwnIp is null && thing is ZecEip { PublicIpAddresses: [var address] }
        ? $"Give up the address {address} of the elastic IP for {IpAddress ?? "another one"}; it may never come back"
        : Question;

    private protected override string? ReasonToSkip(ZecObject thing)
        => IpAddress is not null && ((ZecEip)thing).PublicIpAddresses.Contains(IpAddress, StringComparer.Ordinal) ? "already has that address" : null;

    private protected override WriteOperation CreateOperation()
        => EipOperations.SetAddress(OwnIp, IpAddress, id => _before.TryGetValue(id, out var addresses) ? addresses : null);

    /// <summary>Only another address than the one directly before shows that a request whose answer is lost was carried out.</summary>
    private protected override void Prepare(ZecClient client, IReadOnlyList<WriteItem> items)
    {
        if (items.GroupBy(item => item.Operation).FirstOrDefault(same => IpAddress is not null && same.Count() > 1) is { } several)
        {
            ThrowTerminatingError(new ErrorRecord(
                new InvalidOperationException($"-IpAddress is one address, and there are {Kind.Count(several.Count())}. Nothing was sent."),
                "SeveralEips",
                ErrorCategory.InvalidArgument,
                several.Select(item => item.Id).ToArray()));
        }

        string[] ids = [.. items.Select(item => item.Id)];
        if (ids.Length == 0)
        {
            return;
        }

        try
        {
            var found = Wait(stop => Kind.List.FindAsync(client, Call(), ids, stop));
            foreach (var item in items)
            {
                if (found.TryGetValue(item.Id, out var eip))
                {
                    _before[item.Id] = ((ZecEip)eip).PublicIpAddresses;
                }
                else
                {
                    item.Failure = ZecServiceException.NotThere(Kind, item.Id, said: null);
                }
            }
        }
        catch (ZecException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, ids, "The elastic IPs could not be read. Nothing was sent.", Kind));
        }
    }
}
