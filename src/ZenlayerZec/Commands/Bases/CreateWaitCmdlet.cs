using System.Management.Automation;

namespace ZenlayerZec.Commands.Bases;

/// <summary>The base of the cmdlets that create things which take a while until they can be used.</summary>
public abstract class CreateWaitCmdlet : CreateCmdlet
{
    /// <summary><para type="description">Waits until what was created can be used, and returns it. What failed, or has not arrived when the time is
    /// up, is an error.</para></summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary><para type="description">The maximum time to wait, in seconds.</para></summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TimeoutSec { get; set; } = StateWaits.DefaultTimeoutSec;

    private protected override TimeSpan? WaitTime => Wait ? TimeSpan.FromSeconds(TimeoutSec) : null;
}
