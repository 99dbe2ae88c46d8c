using System.Management.Automation;

namespace ZenlayerZec.EmptyModule;

/// <summary>Takes objects from the pipeline, one by one, and does nothing with them.</summary>
[Cmdlet(VerbsCommon.Get, "Nothing")]
[OutputType(typeof(void))]
public sealed class GetNothingCommand : PSCmdlet
{
    /// <summary>An object.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
    }
}
