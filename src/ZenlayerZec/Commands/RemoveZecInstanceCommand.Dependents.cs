using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using ZenlayerZec.Binding;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Costs;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Text;
using ZenlayerZec.Client.Waiting;
using ZenlayerZec.Commands.Bases;

namespace ZenlayerZec.Commands;

/// <content>What goes with the instances and what stays: what is read of it before the release, and what is said of it afterwards.</content>
public sealed partial class RemoveZecInstanceCommand
{
    /// <summary>So many IDs stand in a command that is shown.</summary>
    private const int MostNamed = 10;

    private static readonly Regex Bare = new(@"^([A-Za-z][A-Za-z0-9_-]*|[1-9][0-9]{0,17}|[1-8][0-9]{18})\z", RegexOptions.CultureInvariant);

    private readonly Dictionary<(ZecClient Client, string Id), InstanceDependents> _told = [];
    private readonly List<(ZecClient Client, ZecDependent Thing)> _kept = [];
    private readonly List<ZecUnknownDependent> _unknown = [];

    /// <summary>The released instances that are gone, or to which the second release of -Purge was sent.</summary>
    private readonly HashSet<(ZecClient Client, string Id)> _ended = [];

    private protected override void Prepare(ZecClient client, IReadOnlyList<WriteItem> items)
    {
        // Plans have named them.
        if (!(KeepDependentResource || PurgeDependentResource) || items.All(item => _known.PlanOf(client, item.Id) is not null))
        {
            return;
        }

        Found<ZecEip> found;
        try
        {
            found = Wait(stop => _known.ReadEipsAsync(client, Call(), items, stop));
        }
        catch (ZecException failure)
        {
            // What was asked for is the release: it goes on, and what is not known is told as that.
            found = new Found<ZecEip>([], failure.Message, IsRead: false);
        }

        if (found.Lack is { } lack)
        {
            var effect = (found.IsRead, PurgeDependentResource.IsPresent) switch
            {
                (false, true) => "are not known, so that none of them will be deleted permanently",
                (false, false) => "are not known, so that the results will not name those that stay",
                (true, true) => "may not all be known, and those that are not will not be deleted permanently",
                _ => "may not all be known, and the results will not name those that are not",
            };
            WriteWarning(VisibleText.Of($"The elastic IPs of the instances {effect}. {lack}"));
        }
    }

    private protected override void Note(ZecBatchResult result)
    {
        // Only of what is kept, or deleted from the bins afterwards, more is said: a release of many instances need not make up the rest.
        if (!(_keepsAny || Purge || PurgeDependentResource))
        {
            return;
        }

        foreach (var one in result.Dependents)
        {
            _told[(result.Client, one.Key)] = one.Value;
            _kept.AddRange(one.Value.Kept.Select(thing => (result.Client, thing)));
            _unknown.AddRange(one.Value.Unknown);
        }

        if (result.Action != Operation.Action)
        {
            Settled(result);
        }
    }

    private protected override void Follow(ZecClient client, string[] succeeded)
    {
        if (!Waits || succeeded.Length == 0)
        {
            return;
        }

        // A whole look has shown some of these in the recycle bin; another comes directly before the request that destroys them.
        var arrived = WaitFor(client, succeeded, Goal);
        var gone = new HashSet<string>(arrived.Where(arrival => arrival.Status is null).Select(arrival => arrival.ArrivedId), StringComparer.Ordinal);
        _ended.UnionWith(gone.Select(id => (client, id)));
        if (Purge)
        {
            gone.UnionWith(Destroy(client, [.. arrived.Where(arrival => arrival.Status is not null)]));
        }

        if (PurgeDependentResource)
        {
            PurgeDependents(client, [.. arrived.Select(arrival => arrival.ArrivedId)], gone);
        }
    }

    /// <summary>Releases again what lies in the recycle bin.</summary>
    /// <returns>The IDs of what is gone then.</returns>
    private IReadOnlyList<string> Destroy(ZecClient client, IReadOnlyList<Arrival> inBin)
    {
        if (inBin.Count == 0)
        {
            return [];
        }

        // From here on, the run says and records what it does not send.
        _ended.UnionWith(inBin.Select(arrival => (client, arrival.ArrivedId)));

        // What goes with the instances was told with their first release, and is what was asked for then.
        var (keeping, releasing) = (Again(keeps: true), Again(keeps: false));
        List<WriteItem> items =
        [
            .. inBin.Select(arrival => new WriteItem(arrival.ArrivedId)
            {
                Operation = (_known.PlanOf(client, arrival.ArrivedId)?.KeepDependentResource ?? KeepDependentResource) ? keeping : releasing,
            }.ReadAs(arrival.Status, reading: null)),
        ];
        return [.. Send([new KeyValuePair<ZecClient, List<WriteItem>>(client, items)])
            .Where(sent => sent.Ids.Length > 0)
            .SelectMany(sent => WaitFor(sent.Client, sent.Ids, InstanceGoal.Gone))
            .Select(arrival => arrival.ArrivedId)];
    }

    private WriteOperation Again(bool keeps)
        => InstanceOperations.Release(dependentResources: !keeps, Purge, IncludeProtected, PurgeDependentResource, InstanceOperations.InBinOnly);

    /// <summary>
    /// Says something at the end of the command, however it ends: the pipeline may take nothing any more, and the person at the console still has to know.
    /// </summary>
    /// <param name="line">What is said.</param>
    /// <param name="isWhole">Whether the command ran to its end.</param>
    private void TellAtEnd(string line, bool isWhole)
    {
        var isTold = false;
        try
        {
            if (!Stopping)
            {
                WriteWarning(line);
                isTold = true;
            }
        }
        catch (Exception) when (!isWhole)
        {
            // What ends the command ends its output too.
        }

        if (!isTold)
        {
            Host?.UI?.WriteWarningLine(line);
        }
    }

    /// <summary>Names the instances that -Purge was to delete permanently, where the command ended before.</summary>
    private void TellNotDestroyed(bool isWhole)
    {
        foreach (var account in _told.Keys.Where(told => Purge && !_ended.Contains(told)).GroupBy(told => told.Client, told => told.Id))
        {
            string[] left = [.. account];
            var record = $"(Get-ZecOperation | Where-Object {{ $_.Action -eq '{Operation.Action}' -and $_.Options -match 'Purge=True'{OfAccount(account.Key)} }})";
            TellAtEnd(
                VisibleText.Of(
                    $"The release ended before these could be deleted permanently{InAccount(account.Key)}: {BatchReports.Named(Kind, left)}. "
                    + $"To delete them when they are in the recycle bin, run: Get-ZecInstance {Listed(left, record, "SucceededIds")} | "
                    + $"Where-Object Status -eq {InstanceStatus.Recycle} | Remove-ZecInstance -Purge"),
                isWhole);
        }
    }

    /// <summary>The commands that remove what stays: a release that keeps things leaves them to be thought of later.</summary>
    private void TellKept(bool isWhole)
    {
        string[] commands =
        [
            .. Commands(InstanceDependents.Disk, DiskKind.Kind),
            .. Commands(InstanceDependents.Eip, EipKind.Kind),
            .. Commands(InstanceDependents.Nic, NicKind.Kind),
        ];
        if (IsWhatIf || commands.Length == 0)
        {
            return;
        }

        var unknown = _unknown.Any(one => one.Kind == InstanceDependents.Eip) ? " Get-ZecEip -Unused lists the elastic IPs that are not known by their IDs." : string.Empty;
        var line = VisibleText.Of($"What stays continues to cost. To remove it later: {string.Join("; ", commands)}.{unknown}");
        if (isWhole)
        {
            Say(line);
        }
        else
        {
            TellAtEnd(line, isWhole);
        }
    }

    private IEnumerable<string> Commands(string name, ResourceKind kind) => _kept
        .Where(kept => kept.Thing.Kind == name)
        .GroupBy(kept => kept.Client, kept => kept.Thing.Id)
        .Select(ids => $"Remove-{kind.Type.Name} -{kind.IdName} "
            + $"{Listed([.. ids], $"($results.KeptDependents | Where-Object Kind -eq {name})", "Id")}{InAccount(ids.Key)}");

    /// <summary>IDs as an argument in a command that is shown: each of them, or an expression for what is too many or no ID.</summary>
    private static string Listed(string[] ids, string expression, string property)
        => ids.Length <= MostNamed && ids.All(ValidateIdAttribute.IsValid) ? string.Join(", ", ids.Select(Argument)) : $"{expression}.{property}";

    /// <summary>PowerShell takes some IDs for numbers in another notation, such as 1e5.</summary>
    private static string Argument(string id) => Bare.IsMatch(id) ? id : $"'{id}'";

    /// <summary>Which account a command is for, where the run is about several.</summary>
    private string InAccount(ZecClient client) => IsOneOfSeveral(client) ? $" (in {client.Options.Account})" : string.Empty;

    /// <summary>The same as a condition.</summary>
    private string OfAccount(ZecClient client)
        => IsOneOfSeveral(client) ? $" -and $_.Account -eq '{CodeGeneration.EscapeSingleQuotedStringContent(client.Options.Account)}'" : string.Empty;

    private bool IsOneOfSeveral(ZecClient client)
        => _told.Keys.Select(told => told.Client).Concat(Chosen).Any(other => other.Options.Account != client.Options.Account);
}
