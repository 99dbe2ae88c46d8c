using System.Management.Automation;
using ZenlayerZec.Binding;
using ZenlayerZec.Client;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Paging;
using ZenlayerZec.Completion;
using ZenlayerZec.Connection;
using ZenlayerZec.Errors;
using ZenlayerZec.Filters;

namespace ZenlayerZec.Commands.Bases;

/// <summary>
/// The base of the cmdlets that list things of a kind or look them up by ID. It is not a generic class: a cmdlet whose base names a type of the
/// client cannot be inspected before the client is loaded, and an import inspects the cmdlets first. The parameters with the noun's names and types
/// are declared by each cmdlet.
/// </summary>
public abstract class ListCmdlet : GraphCmdlet
{
    /// <summary>The parameter set of a listing.</summary>
    private protected const string ListSet = "List";

    /// <summary>A list of at most one page needs no progress.</summary>
    private const int OnePage = 1000;

    private readonly LookUpList _asked = new();
    private bool _isShown;

    /// <summary><para type="description">Results of the cmdlets that change things of this kind, or operations of Get-ZecOperation. All their IDs are
    /// looked up, in the account of each.</para></summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = OperationSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ObjectArgumentCompleter))]
    [OperationObject]
    public ZecOperation[] Operation { get; set; } = [];

    /// <summary><para type="description">The maximum number of concurrent requests. The default is the connection's limit.</para></summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int? ThrottleLimit { get; set; }

    /// <summary>What is listed.</summary>
    private protected abstract ResourceKind Kind { get; }

    /// <summary>What the parameter for IDs has.</summary>
    private protected abstract string[] Ids { get; }

    /// <summary>What the parameter for objects has.</summary>
    private protected abstract ZecObject[] Things { get; }

    /// <summary>What the parameter for objects of other kinds has, whose things are listed; null where there is none.</summary>
    private protected virtual ZecObject[]? Owners => null;

    private string Activity => $"Listing {Kind.Plural}";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName != ListSet)
        {
            TakeNamed();
        }

        switch (ParameterSetName)
        {
            case IdSet:
                TakeIds();
                break;
            case ObjectSet:
                foreach (var thing in Things)
                {
                    Take(thing.Account, () => ClientOf(Kind, thing), [Kind.IdOf(thing)]);
                }

                break;
            case OperationSet:
                foreach (var operation in Operation.Where(operation => IsOf(Kind, operation)))
                {
                    Take(operation.Account, () => ClientOf(operation), operation.Ids);
                }

                break;
            case ListSet when Owners is { } owners:
                Take(owners);
                break;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            if (!_asked.IsEmpty)
            {
                LookUp();
            }

            if (HasObjects || AsksForAll)
            {
                List();
            }
        }
        catch (ZecException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, null, $"The {Kind.Plural}{OfListed} could not be listed:", Kind));
        }
    }

    /// <summary>Notes the IDs of the parameter for IDs: each may be in any of the connections in use.</summary>
    private protected void TakeIds()
    {
        TakeNamed();
        foreach (var id in Ids)
        {
            _asked.Add(client: null, id);
        }
    }

    /// <summary>Lists and emits.</summary>
    private protected virtual void List()
    {
        var query = Query();
        foreach (var warning in query.Warnings)
        {
            WriteWarning(warning);
        }

        query.Run(this);
    }

    /// <summary>What is listed, by the parameters; for a cmdlet that lists in one way.</summary>
    private protected virtual ListQuery Query() => throw new NotSupportedException();

    /// <summary>Looks up and emits.</summary>
    private protected virtual void LookUp() => LookUp(Kind.List);

    /// <summary>Lists what a query asks for.</summary>
    /// <param name="query">The query.</param>
    /// <param name="listerOf">Makes what lists it.</param>
    /// <param name="filterFor">The filter for the objects that an account was piped.</param>
    /// <param name="nameOf">The name of an item.</param>
    /// <param name="emitted">What is emitted for an item; null for the item itself.</param>
    internal void ListBy<TRequest, TItem>(
        ListQuery query,
        Func<ZecClient, ZecCallOptions, IdLister<TRequest, TItem>> listerOf,
        Func<IReadOnlyList<ZecObject>, ItemFilter<TRequest, TItem>> filterFor,
        Func<TItem, string?> nameOf,
        Func<TItem, object>? emitted)
    {
        if (List(client => listerOf(client, ReadingCall()), client => filterFor(ObjectsFor(client)), emitted, query.Gone) is { } found)
        {
            WriteMissing(query.Names, found.Select(nameOf), Kind.NotFoundCode, $"{Kind.Noun} named", query.IsFiltered || HasObjects);
        }
    }

    /// <summary>Lists what matches a filter, and emits it when all accounts have been read.</summary>
    /// <returns>All that matches, also what -Skip leaves out; null where the list was not read to its end.</returns>
    private protected IReadOnlyList<TItem>? List<TRequest, TItem>(
        Func<ZecClient, IdLister<TRequest, TItem>> listerOf,
        Func<ZecClient, ItemFilter<TRequest, TItem>> filterFor,
        Func<TItem, object>? emitted = null,
        GoneSource? gone = null)
    {
        var wanted = Math.Min(int.MaxValue, PagingParameters.Skip + (decimal)PagingParameters.First);
        var items = new List<TItem>();
        var total = 0;
        var isExact = true;
        foreach (var client in Listed(Sources))
        {
            var filter = filterFor(client);
            var lister = listerOf(client);
            lister.Progress = ShowProgress;
            var missing = (int)wanted - items.Count;

            // What is tested only here is counted only here, and for that everything has to be read.
            var isWhole = wanted == int.MaxValue || gone is not null || (PagingParameters.IncludeTotalCount && !filter.IsExact);
            var list = isWhole
                ? Wait(cancellation => lister.ListAsync(filter.Request, cancellation))
                : Wait(cancellation => lister.TakeAsync(filter.Request, missing, filter.IsExact ? null : filter.Matches, cancellation));
            EndProgress();
            if (!list.IsSettled)
            {
                WriteWarning(
                    $"{Kind.TitlePlural}{OfListed} were created or released during every attempt to read the list. New {Kind.Plural} may be missing.");
            }

            TItem[] matching = [.. list.Items.Where(filter.Matches)];
            if (gone is not null)
            {
                matching = Wait(cancellation => gone.WithoutAsync(client, ReadingCall(), matching, cancellation));
            }

            items.AddRange(matching);
            isExact &= isWhole ? list.IsSettled : matching.Length == list.Items.Count;
            total += isWhole ? matching.Length : list.TotalCount;
            if (items.Count >= wanted && !PagingParameters.IncludeTotalCount)
            {
                break;
            }
        }

        var accuracy = isExact ? 1.0 : 0.0;
        if (emitted is null)
        {
            Emit(items, total, accuracy);
        }
        else
        {
            Emit(items.ConvertAll(item => emitted(item)), total, accuracy);
        }

        return items.Count < wanted ? items : null;
    }

    /// <summary>Looks things up and emits those that exist, in the order of their IDs, account by account.</summary>
    private protected void LookUp(KindList list)
    {
        ZecClient[] inUse = _asked.HasText ? [.. Connections.Select(connection => connection.Client)] : [];
        ZecClient[] clients = [.. inUse, .. _asked.Own.Where(own => inUse.All(client => client.Options.Account != own.Options.Account))];
        var items = new List<ZecObject>();
        var found = new HashSet<(string Account, string Id)>();
        foreach (var client in clients)
        {
            var account = client.Options.Account;
            var ids = _asked.In(account, inUse.Contains(client));
            NowListed = clients.Length > 1 ? account : null;
            var there = Wait(cancellation => list.FindAsync(client, ReadingCall(), ids, cancellation, ShowProgress));
            EndProgress();
            items.AddRange(ids.Where(there.ContainsKey).Select(id => there[id]));
            found.UnionWith(there.Keys.Select(id => (account, id)));
        }

        Emit(items, items.Count, accuracy: 1.0);
        foreach (var (account, id) in _asked.Missing(found, [.. inUse.Select(client => client.Options.Account)]))
        {
            var where = clients.Length == 1 ? "this account" : account is null && inUse.Length > 1 ? $"the accounts {string.Join(", ", Connections)}" : $"the account {account ?? inUse[0].Options.Account}";
            WriteError(ErrorRecords.NotFound(Kind.NotFoundCode, $"There is no {Kind.Noun} {id} in {where}, or it is gone already.", id));
        }
    }

    /// <summary>What does not say its account may be in any of the connections in use, as an ID may.</summary>
    private void Take(string? account, Func<ZecClient?> clientOf, IReadOnlyList<string> ids)
    {
        var client = account is null ? null : clientOf();
        if (account is not null && client is null)
        {
            return;
        }

        foreach (var id in ids)
        {
            _asked.Add(client, id);
        }
    }

    /// <inheritdoc/>
    private protected override ZecCallOptions Call()
    {
        var call = base.Call();
        call.ThrottleLimit = ThrottleLimit;
        return call;
    }

    /// <summary>Emits what -First and -Skip leave of a list.</summary>
    /// <param name="items">The list.</param>
    /// <param name="totalCount">How many there are.</param>
    /// <param name="accuracy">How sure that is, from 0 to 1.</param>
    private protected void Emit<T>(List<T> items, int totalCount, double accuracy)
    {
        if (PagingParameters.IncludeTotalCount)
        {
            WriteObject(PagingParameters.NewTotalCount((ulong)totalCount, accuracy));
        }

        var skip = (int)Math.Min((ulong)items.Count, PagingParameters.Skip);
        var first = (int)Math.Min((ulong)(items.Count - skip), PagingParameters.First);
        WriteObject(first == items.Count ? items : items.GetRange(skip, first), enumerateCollection: true);
    }

    private void ShowProgress(int read, int total) => Post(() =>
    {
        if (total > OnePage)
        {
            _isShown = true;
            WriteProgress(new ProgressRecord(0, Activity, $"{read} of {total}") { PercentComplete = (int)Math.Min(100, 100L * read / total) });
        }
    });

    /// <summary>A limited list ends before everything is read, and its progress would stay on the screen.</summary>
    private void EndProgress()
    {
        if (_isShown)
        {
            WriteProgress(new ProgressRecord(0, Activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }
}
