using System.Management.Automation;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Waiting;
using ZenlayerZec.Commands.Bases;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Releases instances, a hundred a request.</para>
/// <para type="description">Collects the instances of the whole pipeline and sends nothing before its end: the service pages by number,
/// so releases during a listing would make it skip instances; and where what comes before fails midway, nothing was destroyed.
/// Emits one result a batch, which accounts for each of its IDs, and writes one error for each ID that failed.</para>
/// </summary>
[Cmdlet(VerbsCommon.Remove, "ZecInstance", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ZecBatchResult))]
public sealed class RemoveZecInstanceCommand : TransitionCmdlet
{
    /// <summary><para type="description">Releases the instances alone. Their elastic IPs, detachable disks and secondary network interfaces
    /// stay, and go on costing; without it they go too.</para></summary>
    [Parameter]
    public SwitchParameter KeepDependentResource { get; set; }

    /// <summary><para type="description">Destroys the instances for good: waits, and releases again those that landed in the recycle bin.
    /// Without it, an instance in the recycle bin is left there.</para></summary>
    [Parameter]
    public SwitchParameter Purge { get; set; }

    /// <summary><para type="description">Does not ask. With -WhatIf, or $WhatIfPreference, nothing is released all the same.</para></summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override ActionWords Words { get; } = new("Releasing instances", "released", "InstanceNotReleased");

    private protected override string Question => (Purge ? "Destroy for good, " : "Release ") + (KeepDependentResource
        ? "alone (its elastic IPs, detachable disks and secondary NICs stay, and go on costing)"
        : "with its elastic IPs, detachable disks and secondary NICs");

    private protected override bool IsForced => Force;

    private protected override WaitGoal Goal => WaitGoal.Released;

    private protected override bool Waits => Wait || Purge;

    private protected override WriteOperation CreateOperation() => InstanceOperations.Release(dependentResources: !KeepDependentResource, Purge);

    private protected override void WriteSkipped(string text) => WriteWarning(text);

    private protected override void Follow(ZecClient client, IReadOnlyList<string> succeeded)
    {
        if (!Waits || succeeded.Count == 0)
        {
            return;
        }

        // A whole look has shown these in the recycle bin; another comes directly before the request that destroys them.
        var inBin = WaitFor(client, succeeded, Goal).Where(arrival => arrival.Status is not null).ToArray();
        if (!Purge || inBin.Length == 0)
        {
            return;
        }

        List<WriteItem> items = [.. inBin.Select(arrival => new WriteItem(arrival.ArrivedId).ReadAs(arrival.Status, reading: null))];
        foreach (var (_, destroyed) in Send([new KeyValuePair<ZecClient, List<WriteItem>>(client, items)]))
        {
            if (destroyed.Count > 0)
            {
                WaitFor(client, destroyed, WaitGoal.Gone);
            }
        }
    }
}
