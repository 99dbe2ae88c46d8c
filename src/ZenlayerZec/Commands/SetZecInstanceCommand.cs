using System.Management.Automation;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Renames instances, in batches of 100.</para>
/// <para type="description">All instances get the same name: names need not be unique. An ID that does not exist fails, and the others of its
/// batch are renamed.</para>
/// </summary>
[Cmdlet(VerbsCommon.Set, "ZecInstance", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = OnlineHelp.Pages + "Set-ZecInstance.md")]
[OutputType(typeof(ZecBatchResult), typeof(ZecInstance))]
public sealed class SetZecInstanceCommand : WriteCmdlet
{
    /// <summary><para type="description">The name: at most 64 letters, digits, hyphens and periods.</para></summary>
    [Parameter(Mandatory = true)]
    [Alias("InstanceName")]
    [ValidatePattern(@"^[A-Za-z0-9.-]{1,64}\z")]
    public string Name { get; set; } = string.Empty;

    /// <summary><para type="description">Returns the instances that were changed, as they are afterwards, instead of the results. The
    /// results remain in Get-ZecOperation.</para></summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override ActionWords Words { get; } = new("Renaming instances", "renamed", "InstanceNotRenamed");

    private protected override string Question => $"Rename to {Name}";

    private protected override bool EmitsInstances => PassThru;

    private protected override WriteOperation CreateOperation() => InstanceOperations.Rename(Name);

    private protected override string? ReasonToSkip(ZecInstance instance) => instance.InstanceName == Name ? "already has that name" : null;
}
