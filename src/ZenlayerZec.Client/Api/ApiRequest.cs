using System.Text.RegularExpressions;
using ZenlayerZec.Client.Json;

namespace ZenlayerZec.Client.Api;

/// <summary>A request of any action by its name, also of one that is newer than this client.</summary>
public sealed class ApiRequest
{
    private static readonly Regex ActionGrammar = new(@"^[A-Za-z][A-Za-z0-9]{1,127}\z", RegexOptions.CultureInvariant);
    private static readonly Regex VersionGrammar = new(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}\z", RegexOptions.CultureInvariant);

    /// <summary>A request.</summary>
    /// <param name="action">The action's name.</param>
    /// <param name="body">What it is asked.</param>
    /// <param name="version">The API's version, such as <c>2024-04-01</c>; null means the one that every other call of this client uses.</param>
    /// <exception cref="ArgumentException">The name or the version cannot be one.</exception>
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

    /// <summary>What it is asked.</summary>
    public ApiObject Body { get; }

    /// <summary>The API's version.</summary>
    public string Version { get; }

    /// <summary>
    /// Whether it may change something. By the name: Describe and InquiryPrice only look, and anything else is taken for a change,
    /// since a change that was taken for a look could be sent twice.
    /// </summary>
    public bool IsWrite => !Action.StartsWith("Describe", StringComparison.Ordinal)
        && !Action.StartsWith("InquiryPrice", StringComparison.Ordinal);

    /// <summary>Whether a text can be an action's name.</summary>
    /// <param name="text">The text.</param>
    /// <returns>False where it would never be sent.</returns>
    public static bool IsActionName(string? text) => text is not null && ActionGrammar.IsMatch(text);

    /// <summary>The action, as every other is known.</summary>
    internal ZecAction<ApiObject, ApiObject> ToAction() => new(
        Action,
        IsWrite,
        ZecJsonContext.Default.ApiObject,
        ZecJsonContext.Default.ZecEnvelopeApiObject,
        (_, _) => null)
    {
        Version = Version,
        Secrets = body => body.Secrets,
    };

    /// <summary>What to tell of the size of a call: the rows that were answered, or else the IDs that were sent.</summary>
    internal int Count(ApiObject answer) => answer["dataSet"] is IReadOnlyList<object?> rows
        ? rows.Count
        : Body.Fields
            .Where(field => field.Key.EndsWith("Ids", StringComparison.Ordinal))
            .Sum(field => field.Value is IReadOnlyList<object?> ids ? ids.Count : 0);
}
