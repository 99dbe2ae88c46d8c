using System.Management.Automation;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Connection;
using ZenlayerZec.Filters;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Shows what this process has asked the service to change, and what became of it.</para>
/// <para type="description">One object for each batch or order of all runspaces, the newest last; after a run that was stopped also the
/// IDs that it never sent. What succeeded is kept a thousand times; what nobody knows the end of, or was never sent, always. It asks
/// the service nothing.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZecOperation")]
[OutputType(typeof(ZecOperation))]
public sealed class GetZecOperationCommand : ModuleCmdlet
{
    /// <summary><para type="description">Only those of these accounts, with wildcards; any of them.</para></summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Account { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var accounts = new NamePatterns(Account);
        WriteObject(ZecProcess.Current.Operations.Operations.Where(operation => accounts.Match(operation.Account)), enumerateCollection: true);
    }
}
