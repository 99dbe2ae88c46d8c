using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Text;
using ZenlayerZec.Client.Waiting;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Releases instances, in batches of 100.</para>
/// <para type="description">Reads the whole pipeline before it sends anything: the service numbers the pages of a list, so releases
/// during a listing would make it skip instances; and if a command before this one fails, nothing is destroyed. Returns one result for
/// each batch, which accounts for each of its IDs, and writes an error for each ID that failed.</para>
/// </summary>
[Cmdlet(VerbsCommon.Remove, "ZecInstance", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    HelpUri = OnlineHelp.Pages + "Remove-ZecInstance.md")]
[OutputType(typeof(ZecBatchResult))]
public sealed class RemoveZecInstanceCommand : TransitionCmdlet
{
    private AttachedResources? _previewed;

    /// <summary><para type="description">The instances' IDs.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    [IdOf(typeof(ZecInstance), RefusesResults = true, RefusesOthers = true)]
    [ValidateId(typeof(ZecInstance))]
    public string[] InstanceId { get; set; } = [];

    /// <summary><para type="description">The instances, as Get-ZecInstance returns them, or rows that name them.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(InstanceArgumentCompleter))]
    [ObjectOf(typeof(ZecInstance), RefusesResults = true, RefusesOthers = true)]
    public ZecInstance[] InputObject { get; set; } = [];

    /// <summary><para type="description">Keeps the instances' elastic IPs, detachable disks and secondary network interfaces, which continue
    /// to cost. Without it they are released with the instances.</para></summary>
    [Parameter]
    public SwitchParameter KeepDependentResource { get; set; }

    /// <summary><para type="description">Deletes the instances permanently: waits, and releases those that are in the recycle bin again.
    /// Without it, an instance in the recycle bin stays there.</para></summary>
    [Parameter]
    public SwitchParameter Purge { get; set; }

    /// <summary><para type="description">Also releases instances with a protected tag. Without it, they are skipped with a warning. Connect-Zec -ProtectedTag
    /// says which tags protect; the default is zec:keep.</para></summary>
    [Parameter]
    public SwitchParameter IncludeProtected { get; set; }

    /// <summary><para type="description">Does not ask for confirmation. With -WhatIf or $WhatIfPreference, nothing is released.</para></summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override string[] Ids => InstanceId;

    private protected override ZecObject[] Things => InputObject;

    private protected override ActionWords Words { get; } = new("Releasing instances", "released", "InstanceNotReleased");

    private protected override string Question => QuestionOf(null);

    private protected override string QuestionOf(ZecObject? thing) => VisibleText.Of(
        new AttachedResources(KeepDependentResource, (ZecInstance?)thing).Question(Purge ? "Delete permanently" : "Release"));

    private protected override AttachedResources Previewed => _previewed ??= new AttachedResources(KeepDependentResource);

    private protected override bool IsForced => Force;

    private protected override WaitGoal Goal => InstanceGoal.Released;

    private protected override bool Waits => Wait || Purge;

    private protected override WriteOperation CreateOperation() => InstanceOperations.Release(dependentResources: !KeepDependentResource, Purge, IncludeProtected);

    private protected override void Follow(ZecClient client, string[] succeeded)
    {
        if (!Waits || succeeded.Length == 0)
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
            if (destroyed.Length > 0)
            {
                WaitFor(client, destroyed, InstanceGoal.Gone);
            }
        }
    }
}
