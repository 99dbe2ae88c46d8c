using System.Management.Automation;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Commands;

/// <content>The question names the boot disk, whose data is lost, where the object says which one it is.</content>
public sealed partial class ResetZecInstanceCommand
{
    private protected override string Question => QuestionOf(null);

    private protected override string QuestionOf(ZecObject? thing)
    {
        var disk = (thing as ZecInstance)?.SystemDisk is { } known ? $"boot disk {known}" : "boot disk";
        return ImageId is null ? $"Format the {disk} and install its own image again" : $"Format the {disk} and install {ImageId}";
    }

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
}
