using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Waiting;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Completion;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Waits until instances are in a state or gone.</para>
/// <para type="description">The states of all instances are read together, in batches of 100, every 2 seconds at first and every 10 seconds
/// later. Each instance is returned when it arrives. An instance that is gone returns nothing if that was the goal, and is an error
/// otherwise. An instance in a state from which it cannot reach the goal is an error, and so is one that has not arrived when the time is
/// up.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Wait, "ZecInstance", DefaultParameterSetName = ObjectSet, HelpUri = OnlineHelp.Pages + "Wait-ZecInstance.md")]
[OutputType(typeof(ZecInstance))]
public sealed class WaitZecInstanceCommand : InstanceCmdlet
{
    private readonly List<string> _ids = [];
    private ZecClient? _client;

    /// <summary><para type="description">The IDs of the instances, also those of the orders that New-ZecInstance returns.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id", "InstanceIds")]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    [InstanceId]
    [ValidateInstanceId]
    public string[] InstanceId { get; set; } = [];

    /// <summary><para type="description">The instances, as Get-ZecInstance returns them.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ObjectSet, ValueFromPipeline = true)]
    [InstanceObject]
    public ZecInstance[] InputObject { get; set; } = [];

    /// <summary><para type="description">The state: Running, Stopped, or any state of the API. Released means gone or in the recycle bin.
    /// Several states are alternatives.</para></summary>
    [Parameter(Mandatory = true)]
    [ArgumentCompleter(typeof(WaitStateCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Until { get; set; } = [];

    /// <summary><para type="description">The maximum time to wait, in seconds.</para></summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TimeoutSec { get; set; } = StateWaits.DefaultTimeoutSec;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ObjectSet)
        {
            foreach (var instance in InputObject)
            {
                Take(instance.InstanceId, ClientOf(instance));
            }

            return;
        }

        foreach (var id in InstanceId)
        {
            Take(id, Client);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_client is not null)
        {
            EmitArriving(new StateWaiter(_client, _ids, WaitGoal.Until(Until), TimeSpan.FromSeconds(TimeoutSec), Call()));
        }
    }

    /// <summary>An instance is waited for where it was read: in another account it would be taken for one that is gone.</summary>
    private void Take(string id, ZecClient? client)
    {
        if (client is null)
        {
            return;
        }

        _client ??= client;
        if (_client.Options.Account != client.Options.Account)
        {
            ThrowTerminatingError(new ErrorRecord(
                new InvalidOperationException(
                    $"Instance {id} is from {client.Options.Account}, and others are from {_client.Options.Account}. Wait for those of each account by itself."),
                "SeveralAccounts",
                ErrorCategory.InvalidArgument,
                id));
        }

        _ids.Add(id);
    }
}
