using ZenlayerZec.Client;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Paging;
using ZenlayerZec.Errors;
using ZenlayerZec.Filters;

namespace ZenlayerZec.Commands.Bases;

/// <summary>
/// The base of the cmdlets that list what there is to choose from, all in one answer: of places by ID, of the places of objects, or of all. The
/// parameters are declared by each cmdlet.
/// </summary>
public abstract class CatalogueCmdlet : GraphCmdlet
{
    /// <summary>The parameter set of a listing.</summary>
    private protected const string ListSet = "List";

    private readonly List<string> _ids = [];
    private readonly List<CatalogueRow> _rows = [];
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private int _emitted;

    /// <summary>What the parameter for the IDs of places has; null where it is not given, or the cmdlet has none.</summary>
    private protected virtual string[]? Ids => null;

    /// <summary>What the parameter for objects has.</summary>
    private protected virtual ZecObject[] Things => [];

    /// <summary>What the rows are called, such as "time zones".</summary>
    private protected abstract string Words { get; }

    /// <summary>
    /// What is missing where no row has an ID that was asked for, such as "zone". Null where the IDs are those of places: nobody can say whether those exist.
    /// </summary>
    private protected virtual string? IdNoun => null;

    /// <summary>What is missing where no row has a name, such as "zone or city named"; null where that is not an error.</summary>
    private protected virtual string? NameNoun => null;

    /// <summary>The ID of the errors for what is missing.</summary>
    private protected virtual string NotFoundCode => string.Empty;

    /// <summary>Whether an account that cannot be asked is an error of its own, and the others are listed.</summary>
    private protected virtual bool GoesOn => false;

    /// <summary>What more was said of the rows, as the end of the sentence that one is not there; then objects that have none are no error.</summary>
    private protected virtual string OfThese => string.Empty;

    /// <summary>What is asked for, by the parameters; for a cmdlet that asks one question.</summary>
    private protected virtual CatalogueQuery Query() => throw new NotSupportedException();

    /// <summary>The questions, which are asked at the same time; each that fails is an error of its own.</summary>
    private protected virtual IReadOnlyList<CatalogueQuery> Queries() => [Query()];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ObjectSet)
        {
            Take(Things);
        }
        else if (Ids is { Length: > 0 } ids)
        {
            TakeNamed();
            _ids.AddRange(ids);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var queries = Queries();
        var isWhole = true;
        if (AsksForAll || _ids.Count > 0)
        {
            isWhole &= List(queries, [.. Connections.Select(connection => connection.Client)], _ids, _ => []);
        }

        if (HasObjects)
        {
            isWhole &= List(queries, Sources, [], ObjectsFor);
        }

        Emit();

        // Where an account could not be asked, nobody can say that a name is not there.
        if (isWhole && NameNoun is { } what)
        {
            WriteMissing(queries[0].Names, _rows.SelectMany(row => row.Names), NotFoundCode, what, queries[0].IsFiltered || _ids.Count > 0 || HasObjects);
        }
    }

    /// <summary>Lists account by account.</summary>
    /// <returns>Whether everything was listed.</returns>
    private bool List(
        IReadOnlyList<CatalogueQuery> queries,
        IReadOnlyCollection<ZecClient> clients,
        IReadOnlyList<string> ids,
        Func<ZecClient, IReadOnlyList<ZecObject>> objectsFor)
    {
        var call = ReadingCall();
        var asked = new List<string>();
        var isWhole = true;
        foreach (var client in Listed(clients))
        {
            var objects = objectsFor(client);
            asked.AddRange(queries[0].IdsOf(ids, OfThese.Length == 0 ? objects : []));
            foreach (var (rows, failure) in Wait(stop => AskAsync(queries, client, call, ids, objects, stop)))
            {
                _rows.AddRange(rows);
                if (failure is not null)
                {
                    isWhole = false;
                    Fail(failure, asked is [var only] ? only : null);
                }
            }

            if (GoesOn)
            {
                Emit();
            }
        }

        if (isWhole && IdNoun is not null)
        {
            WriteMissing(asked);
        }

        return isWhole;
    }

    private static async Task<IReadOnlyList<(IReadOnlyList<CatalogueRow> Rows, ZecException? Failure)>> AskAsync(
        IReadOnlyList<CatalogueQuery> queries,
        ZecClient client,
        ZecCallOptions call,
        IReadOnlyList<string> ids,
        IReadOnlyList<ZecObject> objects,
        CancellationToken stop)
    {
        var answers = new List<(IReadOnlyList<CatalogueRow> Rows, ZecException? Failure)>();
        await Concurrently.RunAsync(queries.Count, client.LimitOf(call), OneAsync, Take, stop).ConfigureAwait(false);
        return answers;

        async Task<(IReadOnlyList<CatalogueRow> Rows, ZecException? Failure)> OneAsync(int index, CancellationToken token)
        {
            try
            {
                return (await queries[index].AskAsync(client, call, ids, objects, token).ConfigureAwait(false), null);
            }
            catch (ZecException failure)
            {
                return ([], failure);
            }
        }

        bool Take((IReadOnlyList<CatalogueRow> Rows, ZecException? Failure) answer)
        {
            answers.Add(answer);
            return answer.Failure?.FailsEveryRequest != true;
        }
    }

    private void Fail(ZecException failure, string? target)
    {
        var error = ErrorRecords.From(failure, target, $"The {Words}{OfListed} could not be listed:");
        if (!GoesOn)
        {
            ThrowTerminatingError(error);
        }

        WriteOrEnd(failure, error);
    }

    private void WriteMissing(IEnumerable<string> asked)
    {
        Emit();
        var there = new HashSet<string>(_rows.Select(row => row.Id).OfType<string>(), StringComparer.OrdinalIgnoreCase);
        foreach (var id in asked.Distinct(StringComparer.OrdinalIgnoreCase).Where(id => !there.Contains(id)))
        {
            WriteError(ErrorRecords.NotFound(NotFoundCode, $"There is no {IdNoun} {id}{OfThese}.", id));
        }
    }

    /// <summary>Emits what was not emitted yet. Texts of several accounts are each emitted once.</summary>
    private void Emit()
    {
        for (; _emitted < _rows.Count; _emitted++)
        {
            foreach (var item in _rows[_emitted].Items.Where(item => item is not string text || _texts.Add(text)))
            {
                WriteObject(item);
            }
        }
    }
}
