using System.Management.Automation;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Connection;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Shows the connection that the other cmdlets use in this runspace.</para>
/// <para type="description">That of Connect-Zec, else one of the environment's or the profile file's credentials. It emits nothing
/// where there are no credentials, and never shows a secret.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZecConnection")]
[OutputType(typeof(ZecConnection))]
public sealed class GetZecConnectionCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            WriteObject(RunspaceConnections.Current.Use(WriteWarning));
        }
        catch (ZecConfigurationException none) when (none.Code == ZecConfigurationException.NoCredentials)
        {
            WriteVerbose(none.Message);
        }
        catch (ZecException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, null));
        }
    }
}
