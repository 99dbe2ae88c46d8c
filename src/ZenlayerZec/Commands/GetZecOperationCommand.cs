using System.Management.Automation;
using ZenlayerZec.Connection;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Shows what this session has asked the service to change, and what became of it.</para>
/// <para type="description">One object a batch, the newest last, the last thousand of them; after a run that was stopped also the IDs
/// that it never sent. It asks the service nothing.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZecOperation")]
[OutputType(typeof(ZecOperation))]
public sealed class GetZecOperationCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(RunspaceConnections.Current.Operations.Operations, enumerateCollection: true);
}
