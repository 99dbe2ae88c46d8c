using System.Management.Automation;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Text;
using ZenlayerZec.Client.Waiting;
using ZenlayerZec.Commands.Bases;

namespace ZenlayerZec.Commands;

/// <content>What goes with an instance is in the question, and -Purge releases again what lies in the recycle bin.</content>
public sealed partial class RemoveZecInstanceCommand
{
    private AttachedResources? _previewed;

    /// <summary><para type="description">Keeps the instances' elastic IPs, detachable disks and secondary network interfaces, which continue
    /// to cost. Without it they are released with the instances.</para></summary>
    [Parameter]
    public SwitchParameter KeepDependentResource { get; set; }

    /// <summary><para type="description">Deletes the instances permanently: waits, and releases those that are in the recycle bin again.
    /// Without it, an instance in the recycle bin stays there.</para></summary>
    [Parameter]
    public SwitchParameter Purge { get; set; }

    private protected override string Question => QuestionOf(null);

    private protected override string QuestionOf(ZecObject? thing) => VisibleText.Of(
        new AttachedResources(KeepDependentResource, (ZecInstance?)thing).Question(Purge ? "Delete permanently" : "Release"));

    private protected override AttachedResources Previewed => _previewed ??= new AttachedResources(KeepDependentResource);

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
