using System.Management.Automation;
using ZenlayerZec.Loading;

namespace ZenlayerZec.Commands.Bases;

/// <summary>What every cmdlet of the module has: it runs only where the module that was imported is the one that is loaded.</summary>
public abstract class ModuleCmdlet : PSCmdlet
{
    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (ModuleVersion.Fault(MyInvocation.MyCommand?.Module) is { } fault)
        {
            ThrowTerminatingError(new ErrorRecord(
                new InvalidOperationException(fault), "ModuleVersionMismatch", ErrorCategory.ResourceUnavailable, MyInvocation.MyCommand!.Module));
        }
    }
}
