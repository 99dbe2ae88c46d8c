using System.Management.Automation;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Connection;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Shows the connection that the other cmdlets use in this runspace.</para>
/// <para type="description">Returns the connection of Connect-Zec, or else one with the credentials of the environment or of the
/// profile file. It returns nothing if there are no credentials, or if the other cmdlets refuse to choose an account. It never shows a
/// secret.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZecConnection", HelpUri = OnlineHelp.Pages + "Get-ZecConnection.md")]
[OutputType(typeof(ZecConnection))]
public sealed class GetZecConnectionCommand : ModuleCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            WriteObject(ZecProcess.Current.Runspace.Use(WriteWarning));
        }
        catch (ZecConfigurationException none) when (none.Code is RunspaceConnection.ConnectFailed or RunspaceConnection.ConnectedElsewhere)
        {
            WriteWarning(none.Message);
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
