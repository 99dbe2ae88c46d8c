using System.Management.Automation;

namespace ZenlayerZec.Tests.Engine;

/// <summary>At the end of a pipeline, tells when every command before it has been asked to stop.</summary>
[Cmdlet(VerbsCommon.Watch, "Stop")]
public sealed class WatchStopCommand : PSCmdlet
{
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Mandatory = true, Position = 0)]
    public ManualResetEventSlim? Asked { get; set; }

    protected override void ProcessRecord() => WriteObject(InputObject);

    protected override void StopProcessing() => Asked!.Set();
}
