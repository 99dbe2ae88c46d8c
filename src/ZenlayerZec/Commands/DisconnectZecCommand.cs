using System.Management.Automation;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Closes the connection of this runspace, or a given one.</para>
/// <para type="description">The runspace is then as if it had never been connected, also after a Connect-Zec that failed.</para>
/// </summary>
[Cmdlet(VerbsCommunications.Disconnect, "Zec", HelpUri = OnlineHelp.Pages + "Disconnect-Zec.md")]
[OutputType(typeof(void))]
public sealed class DisconnectZecCommand : ModuleCmdlet
{
    /// <summary><para type="description">The connection to close. The default is the connection of this runspace.</para></summary>
    [Parameter(ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [ValidateNotNull]
    public ZecConnection? Connection { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var current = ZecProcess.Current.Runspace;
        (Connection ?? current.Connected)?.Dispose();

        // Another connection says nothing of this runspace's own.
        if (Connection is null || ReferenceEquals(Connection, current.Connected))
        {
            current.Disconnect();
        }
    }
}
