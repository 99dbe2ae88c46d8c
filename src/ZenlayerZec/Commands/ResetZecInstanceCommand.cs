using System.Management.Automation;
using System.Security;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Reinstalls the operating system of instances, in batches of 100.</para>
/// <para type="description">Formats the boot disk: its data is lost. The service resets only stopped instances. The new image must have the
/// same kind of operating system as the old one and must fit on the boot disk. The instances start when the installation completes.</para>
/// </summary>
[Cmdlet(VerbsCommon.Reset, "ZecInstance", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High,
    HelpUri = OnlineHelp.Pages + "Reset-ZecInstance.md")]
[OutputType(typeof(ZecBatchResult), typeof(ZecInstance))]
public sealed class ResetZecInstanceCommand : TransitionCmdlet
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

    /// <summary><para type="description">The ID of the image to install. By default each instance's own image is installed again.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(ImageIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ImageId { get; set; }

    /// <summary><para type="description">The new password. Cannot be combined with -KeyId; Windows images accept neither.</para></summary>
    [Parameter]
    [ValidateNotNull]
    [SecureText]
    public SecureString? Password { get; set; }

    /// <summary><para type="description">The ID of the SSH key pair for logging in.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(KeyIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? KeyId { get; set; }

    /// <summary><para type="description">The time zone of the operating system. By default it is not changed.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    [ValidateNotNullOrEmpty]
    public string? TimeZone { get; set; }

    /// <summary><para type="description">A new name for all instances: 2 to 63 letters, digits, hyphens and periods.</para></summary>
    [Parameter]
    [Alias("InstanceName")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidatePattern(@"^[A-Za-z0-9.-]{2,63}\z")]
    public string? Name { get; set; }

    /// <summary><para type="description">Whether the QEMU guest agent is on. By default it is not changed.</para></summary>
    [Parameter]
    public bool? EnableAgent { get; set; }

    /// <summary><para type="description">The script that the new system runs at its first start.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateNotNullOrEmpty]
    public string? UserData { get; set; }

    /// <summary><para type="description">Also resets instances with a protected tag. Without it, they are skipped with a warning. Connect-Zec -ProtectedTag
    /// says which tags protect; the default is zec:keep.</para></summary>
    [Parameter]
    public SwitchParameter IncludeProtected { get; set; }

    /// <summary><para type="description">Does not ask for confirmation. With -WhatIf or $WhatIfPreference, nothing is installed.</para></summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary><para type="description">Returns the instances that were changed, as they are afterwards, instead of the results, and with -Wait when they have arrived. The
    /// results remain in Get-ZecOperation.</para></summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string[] Ids => InstanceId;

    private protected override ZecObject[] Things => InputObject;

    private protected override ActionWords Words { get; } = new("Resetting instances", "reset", "InstanceNotReset");

    private protected override string Question => QuestionOf(null);

    private protected override string QuestionOf(ZecObject? thing)
    {
        var disk = (thing as ZecInstance)?.SystemDisk is { } known ? $"boot disk {known}" : "boot disk";
        return ImageId is null ? $"Format the {disk} and install its own image again" : $"Format the {disk} and install {ImageId}";
    }

    private protected override bool IsForced => Force;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Password is not null && KeyId is not null)
        {
            ThrowTerminatingError(new ErrorRecord(
                new ArgumentException("-Password and -KeyId cannot be combined. Nothing was sent."),
                "PasswordAndKey",
                ErrorCategory.InvalidArgument,
                null));
        }
    }

    private protected override bool EmitsThings => PassThru;

    private protected override WriteOperation CreateOperation() => InstanceOperations.Reset(
        new ResetInstancesRequest
        {
            ImageId = ImageId,
            Password = Password is null ? null : SecretText.Of(Password),
            KeyId = KeyId,
            Timezone = TimeZone,
            InstanceName = Name,
            EnableAgent = EnableAgent,
            UserData = UserData,
        },
        IncludeProtected);
}
