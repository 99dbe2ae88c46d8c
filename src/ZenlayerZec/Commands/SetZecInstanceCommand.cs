using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Renames instances, in batches of 100.</para>
/// <para type="description">Each instance gets the name of its row, or all get the name of -Name: names need not be unique. Instances with the same
/// new name are one request for each 100. An ID that does not exist fails, and the others of its batch are renamed.</para>
/// </summary>
[Cmdlet(VerbsCommon.Set, "ZecInstance", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = OnlineHelp.Pages + "Set-ZecInstance.md")]
[OutputType(typeof(ZecBatchResult), typeof(ZecInstance))]
public sealed class SetZecInstanceCommand : WriteCmdlet
{
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

    /// <summary><para type="description">The name: at most 64 letters, digits, hyphens and periods. A row may have it in the column Name, and a script
    /// block computes it for each instance.</para></summary>
    /// <remarks>
    /// It has no alias InstanceName: by that an instance would bring its own name, and one that was read a while ago would be given the name that
    /// it had then.
    /// </remarks>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidatePattern(@"^[A-Za-z0-9.-]{1,64}\z")]
    public string Name { get; set; } = string.Empty;

    /// <summary><para type="description">Returns the instances that were changed, as they are afterwards, instead of the results. The
    /// results remain in Get-ZecOperation.</para></summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string[] Ids => InstanceId;

    private protected override ZecObject[] Things => InputObject;

    private protected override ActionWords Words { get; } = new("Renaming instances", "renamed", "InstanceNotRenamed");

    private protected override string Question => $"Rename to {Name}";

    private protected override bool EmitsThings => PassThru;

    private protected override string ValueAtHand => Name;

    private protected override string SeveralValuesCode => "SeveralNames";

    private protected override WriteOperation CreateOperation() => InstanceOperations.Rename(Name);

    private protected override string? ReasonToSkip(ZecObject thing) => ((ZecInstance)thing).InstanceName == Name ? "already has that name" : null;
}
