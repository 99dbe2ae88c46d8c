using System.Management.Automation;
using System.Security;
using ZenlayerZec.Binding;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Waiting;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Installs the system of instances anew, a hundred a request.</para>
/// <para type="description">Formats the boot disk: what is on it is lost. The service does it only to instances that are powered off; the
/// new image has to be of the same kind of system as the old one and to fit on the boot disk. They start when it is done.</para>
/// </summary>
[Cmdlet(VerbsCommon.Reset, "ZecInstance", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ZecBatchResult))]
public sealed class ResetZecInstanceCommand : TransitionCmdlet
{
    /// <summary><para type="description">The image to install; by default each instance's own again.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(ImageIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ImageId { get; set; }

    /// <summary><para type="description">The new password. Not together with -KeyId; Windows images take neither.</para></summary>
    [Parameter]
    [ValidateNotNull]
    [SecureText]
    public SecureString? Password { get; set; }

    /// <summary><para type="description">The SSH key pair that may log in.</para></summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? KeyId { get; set; }

    /// <summary><para type="description">The system's time zone; by default it stays.</para></summary>
    [Parameter]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    [ValidateNotNullOrEmpty]
    public string? TimeZone { get; set; }

    /// <summary><para type="description">A new name for all of them: 2 to 63 letters, digits, hyphens and periods.</para></summary>
    [Parameter]
    [Alias("InstanceName")]
    [ValidatePattern(@"^[A-Za-z0-9.-]{2,63}\z")]
    public string? Name { get; set; }

    /// <summary><para type="description">Whether the QEMU guest agent is on; by default it stays as it is.</para></summary>
    [Parameter]
    public bool? EnableAgent { get; set; }

    /// <summary><para type="description">What the new system runs at its first start.</para></summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? UserData { get; set; }

    /// <summary><para type="description">Does not ask. With -WhatIf, or $WhatIfPreference, nothing is installed all the same.</para></summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override ActionWords Words { get; } = new("Installing systems anew", "installed anew", "InstanceNotReset");

    private protected override string Question => ImageId is null
        ? "Format the boot disk and install its own image anew"
        : $"Format the boot disk and install {ImageId}";

    private protected override bool IsForced => Force;

    private protected override WaitGoal Goal => WaitGoal.Running;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Password is not null && KeyId is not null)
        {
            ThrowTerminatingError(new ErrorRecord(
                new ArgumentException("An instance takes a password or a key, not both. Nothing was sent."),
                "PasswordAndKey",
                ErrorCategory.InvalidArgument,
                null));
        }
    }

    private protected override WriteOperation CreateOperation() => InstanceOperations.Reset(new ResetInstancesRequest
    {
        ImageId = ImageId,
        Password = Password is null ? null : SecretText.Of(Password),
        KeyId = KeyId,
        Timezone = TimeZone,
        InstanceName = Name,
        EnableAgent = EnableAgent,
        UserData = UserData,
    });
}
