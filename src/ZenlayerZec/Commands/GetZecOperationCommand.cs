using System.Management.Automation;
using ZenlayerZec.Commands.Bases;
using ZenlayerZec.Connection;
using ZenlayerZec.Filters;

namespace ZenlayerZec.Commands;

/// <summary>
/// <para type="synopsis">Shows the changes that this process requested, and their outcomes.</para>
/// <para type="description">Returns one object for each batch or order of all runspaces, the newest last; after a run that ended early also
/// the IDs that it never sent. The last 1,000 that succeeded are kept; those whose outcome is unknown, or that were never sent, always.
/// The cmdlet sends no request.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "ZecOperation", HelpUri = OnlineHelp.Pages + "Get-ZecOperation.md")]
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
