using System.Text.RegularExpressions;
using ZenlayerZec.Client.Json;

namespace ZenlayerZec.Client.Api;

/// <summary>A request for any action by its name, also for an action that is newer than this client.</summary>
public sealed class ApiRequest
{
    private static readonly Regex ActionGrammar = new(@"^[A-Za-z][A-Za-z0-9]{1,127}\z", RegexOptions.CultureInvariant);
    private static readonly Regex IdGrammar = new(@"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}\z", RegexOptions.CultureInvariant);
    private static readonly Regex VersionGrammar = new(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}\z", RegexOptions.CultureInvariant);

    /// <summary>Creates a request.</summary>
    /// <param name="action">The action's name.</param>
    /// <param name="body">The body.</param>
    /// <param name="version">The API version, such as <c>2024-04-01</c>; null means the version of this client's other calls.</param>
    /// <exception cref="ArgumentException">The name or the version is not valid.</exception>
    public ApiRequest(string action, ApiObject body, string? version = null)
    {
        Action = IsActionName(action) ? action : throw new ArgumentException("An action's name is 2 to 128 letters and digits.", nameof(action));
        Body = body ?? throw new ArgumentNullException(nameof(body));
        Version = version is null || VersionGrammar.IsMatch(version)
            ? version ?? ZecActions.Version
            : throw new ArgumentException("A version of the API is a date, such as 2024-04-01.", nameof(version));
    }

    /// <summary>The action's name.</summary>
    public string Action { get; }

    /// <summary>The body.</summary>
    public ApiObject Body { get; }

    /// <summary>The API's version.</summary>
    public string Version { get; }

    /// <summary>
    /// Whether the action may change something. Actions whose names begin with Describe or InquiryPrice only read. All others count as
    /// changes, because a change that counts as a read could be sent twice.
    /// </summary>
    public bool IsWrite => !Action.StartsWith("Describe", StringComparison.Ordinal)
        && !Action.StartsWith("InquiryPrice", StringComparison.Ordinal);

    /// <summary>Whether a string can be the name of an action.</summary>
    /// <param name="text">The string.</param>
    /// <returns>False if it cannot be sent.</returns>
    public static bool IsActionName(string? text) => text is not null && ActionGrammar.IsMatch(text);

    /// <summary>The action, in the form of the typed actions.</summary>
    internal ZecAction<ApiObject, ApiObject> ToAction() => new(
        Action,
        IsWrite,
        ApiObjectJson.Write,
        ApiObjectJson.Read,
        (_, _) => null)
    {
        Version = Version,
        Secrets = body => body.Secrets,
    };

    /// <summary>
    /// The IDs of what the request is about, as far as its names tell: its lists of IDs, else the ID of what the action is named after.
    /// </summary>
    internal IReadOnlyList<string> Ids => ListedIds(Body) is { Length: > 0 } listed ? listed :
    [
        .. Body.Fields.Where(one => IsNamedAfter(one.Key)).Select(one => one.Value).OfType<string>().Where(id => IdGrammar.IsMatch(id)),
    ];

    /// <summary>The IDs that an answer names as failed: those of the request that it repeats in a list.</summary>
    internal IReadOnlyList<string> FailedIds(ApiObject answer)
        => [.. ListedIds(answer).Intersect(Ids, StringComparer.Ordinal)];

    /// <summary>The size of a call for a trace: the rows of the answer, or else the IDs of the request.</summary>
    internal int Count(ApiObject answer) => answer["dataSet"] is IReadOnlyList<object?> rows
        ? rows.Count
        : Body.Fields
            .Where(field => field.Key.EndsWith("Ids", StringComparison.Ordinal))
            .Sum(field => field.Value is IReadOnlyList<object?> ids ? ids.Count : 0);

    private static string[] ListedIds(ApiObject json) =>
    [
        .. json.Fields.Where(one => one.Key.EndsWith("Ids", StringComparison.Ordinal))
            .SelectMany(one => one.Value as IReadOnlyList<object?> ?? []).OfType<string>().Where(id => IdGrammar.IsMatch(id)),
    ];

    /// <summary>Whether a property is the ID of what the action is named after, as diskId is in ReleaseDisk.</summary>
    private bool IsNamedAfter(string name)
    {
        const string Suffix = "Id";
        return name.EndsWith(Suffix, StringComparison.Ordinal)
            && Action.EndsWith(name.Substring(0, name.Length - Suffix.Length), StringComparison.OrdinalIgnoreCase);
    }
}
