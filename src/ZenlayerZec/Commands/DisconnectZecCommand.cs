using System.Management.Automation;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Closes this runspace's connection, or the one that is given.</para>
/// <para type="description">Its credentials are forgotten. Without a connection it does nothing.</para>
/// </summary>
[Cmdlet(VerbsCommunications.Disconnect, "Zec")]
[OutputType(typeof(void))]
public sealed class DisconnectZecCommand : PSCmdlet
{
    /// <summary><para type="description">The connection to close; by default this runspace's.</para></summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public ZecConnection? Connection { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var current = RunspaceConnections.Current;
        var closing = Connection ?? current.Connected;
        closing?.Dispose();
        if (ReferenceEquals(closing, current.Connected))
        {
            current.Connected = null;
        }
    }
}
