using ZenlayerZec.Client;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Errors;
using ZenlayerZec.Filters;

namespace ZenlayerZec.Commands.Bases;

/// <summary>
/// The base of the cmdlets that list what belongs to the objects that are piped to them: a zone's instances, an instance's image. All
/// objects are collected first, so that they cost as few requests as possible.
/// </summary>
public abstract class GraphCmdlet : ThingCmdlet
{
    private readonly List<KeyValuePair<ZecClient, List<ZecObject>>> _piped = [];
    private bool _isNamed;

    /// <inheritdoc/>
    private protected override bool TakesSeveralConnections => true;

    /// <summary>
    /// Whether nothing was named and no pipeline was there to name it. An empty pipeline asks for nothing, and so do objects that were
    /// refused: taken as "no filter", they would list everything and pipe it on.
    /// </summary>
    private protected bool AsksForAll => !MyInvocation.ExpectingInput && !_isNamed;

    /// <summary>Whether objects were piped, or given by a parameter.</summary>
    private protected bool HasObjects => _piped.Count > 0;

    /// <summary>The accounts to list: those of the objects, else those of the connections.</summary>
    private protected IReadOnlyCollection<ZecClient> Sources
        => HasObjects ? [.. _piped.Select(account => account.Key)] : [.. Connections.Select(connection => connection.Client)];

    /// <summary>The objects that an account is to be asked for.</summary>
    private protected IReadOnlyList<ZecObject> ObjectsFor(ZecClient client)
        => _piped.FirstOrDefault(account => ReferenceEquals(account.Key, client)).Value ?? [];

    /// <summary>Collects objects.</summary>
    private protected void Take(IEnumerable<ZecObject> objects)
    {
        _isNamed = true;
        foreach (var one in objects)
        {
            foreach (var client in ClientsFor(one))
            {
                if (!_piped.Any(account => ReferenceEquals(account.Key, client)))
                {
                    _piped.Add(new(client, []));
                }

                _piped.First(account => ReferenceEquals(account.Key, client)).Value.Add(one);
            }
        }
    }

    /// <summary>Accounts, in the words of an error.</summary>
    private static string Accounts(IEnumerable<ZecClient> clients) => clients.Select(client => client.Options.Account).ToArray() is { Length: > 1 } several
        ? $"the accounts {string.Join(", ", several)}"
        : "this account";

    /// <summary>Writes an error for each name without wildcards that nothing has.</summary>
    /// <param name="names">The names that were asked for.</param>
    /// <param name="found">The names that there are.</param>
    /// <param name="code">The error's ID.</param>
    /// <param name="what">What is missing, such as "instance named".</param>
    /// <param name="isFiltered">Whether other filters were given, which may be the reason.</param>
    private protected void WriteMissing(NamePatterns names, IEnumerable<string?> found, string code, string what, bool isFiltered)
    {
        foreach (var name in names.Missing(found))
        {
            WriteError(ErrorRecords.NotFound(
                code, $"There is no {what} '{name}' in {Accounts(Sources)}{(isFiltered ? " that matches the other filters" : string.Empty)}.", name));
        }
    }

    /// <summary>Notes that something was named by another parameter than by objects.</summary>
    private protected void TakeNamed() => _isNamed = true;

    /// <summary>Whom to ask: the account that an object names; what names none may be in any of the connections in use.</summary>
    private IEnumerable<ZecClient> ClientsFor(ZecObject one) => one.Account is null
        ? Connections.Select(connection => connection.Client)
        : ClientOf(one) is { } client ? [client] : [];
}
