using System.Management.Automation;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Text;
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
    private readonly Dictionary<string, WriteOperation> _renames = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Account, string Id), string> _names = [];

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

    private protected override ActionWords Words { get; } = new("Renaming instances", "renamed", "InstanceNotRenamed");

    private protected override string Question => $"Rename to {Name}";

    private protected override bool EmitsInstances => PassThru;

    private protected override WriteOperation CreateOperation() => OperationAtHand;

    /// <inheritdoc/>
    private protected override WriteOperation OperationAtHand
    {
        get
        {
            if (!_renames.TryGetValue(Name, out var rename))
            {
                _renames.Add(Name, rename = InstanceOperations.Rename(Name));
            }

            return rename;
        }
    }

    /// <inheritdoc/>
    private protected override void CheckAgain(ZecClient client, string id)
    {
        var key = (client.Options.Account, id);
        if (!_names.TryGetValue(key, out var name))
        {
            _names.Add(key, Name);
        }
        else if (name != Name)
        {
            ThrowTerminatingError(new ErrorRecord(
                new InvalidOperationException(VisibleText.Of($"The instance {id} is to be renamed both to {name} and to {Name}. Nothing was renamed.")),
                "SeveralNames",
                ErrorCategory.InvalidArgument,
                id));
        }
    }

    private protected override string? ReasonToSkip(ZecInstance instance) => instance.InstanceName == Name ? "already has that name" : null;
}
