using System.Globalization;
using System.Text;
using System.Text.Json;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Json;

namespace ZenlayerZec.Client.Paging;

/// <summary>Reads all pages of any action that has pages, several at a time.</summary>
/// <param name="client">The connection.</param>
/// <param name="call">What these calls do differently.</param>
public sealed class ApiLister(ZecClient client, ZecCallOptions call)
{
    /// <summary>The code where an action's answer is no page.</summary>
    public const string NotPaged = "AnswerNotPaged";

    /// <summary>What most paged actions allow at the most.</summary>
    private const int DefaultPageSize = 1000;

    private const string PageNumber = "pageNum";
    private const string PageSize = "pageSize";

    /// <summary>Told how many items were read of how many, after every page; from any thread.</summary>
    public Action<int, int>? Progress { get; set; }

    /// <summary>Reads every page.</summary>
    /// <param name="request">The action and its filters, with the size of its pages where that is not to be 1000.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <returns>The whole list; an item is a value of an <see cref="ApiObject"/>.</returns>
    /// <exception cref="ArgumentException">The action is a write, or the body asks for a certain page or for a size that is none.</exception>
    /// <exception cref="ZecException">A call failed, or the answer is no page (<see cref="NotPaged"/>).</exception>
    public async Task<ItemList<object?>> ListAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        if (Fault(request ?? throw new ArgumentNullException(nameof(request))) is { } fault)
        {
            throw new ArgumentException(fault, nameof(request));
        }

        // An item is known by all that it says: which of its properties is its ID, only the action's documentation knows.
        var list = await new PageReader<KeyValuePair<string, object?>>(
            request.Action,
            (number, size, token) => ReadAsync(request, number, size, token),
            item => item.Key,
            SizeIn(request.Body),
            client.LimitOf(call))
        {
            Progress = Progress,
        }.ListAsync(cancellationToken).ConfigureAwait(false);

        // What only an earlier look saw may be the same thing in another state. Listed twice, it might be acted on twice.
        return new ItemList<object?>([.. list.Rows.Select(item => item.Value)], list.TotalCount, list.IsSettled);
    }

    /// <summary>Why all pages of a request cannot be read, as a sentence; null where they can.</summary>
    /// <param name="request">The request.</param>
    public static string? Fault(ApiRequest request) => request switch
    {
        null => throw new ArgumentNullException(nameof(request)),
        { IsWrite: true } => $"{request.Action} is no action that lists: those begin with Describe.",
        _ when Has(request.Body, PageNumber) => $"All pages are read from the first on: leave {PageNumber} out of the body.",
        _ when SizeIn(request.Body) < 1 => $"{PageSize} is a whole number from 1.",
        _ => null,
    };

    private static bool Has(ApiObject body, string name) => body.Fields.Any(property => Is(property, name));

    private static bool Is(KeyValuePair<string, object?> property, string name) => property.Key.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static int SizeIn(ApiObject body) => !Has(body, PageSize)
        ? DefaultPageSize
        : body.Fields.Last(property => Is(property, PageSize)).Value is long and > 0 and <= int.MaxValue and var size ? (int)size : 0;

    private async Task<Page<KeyValuePair<string, object?>>> ReadAsync(ApiRequest request, int number, int size, CancellationToken cancellationToken)
    {
        var body = request.Body.With(new(PageSize, (long)size), new(PageNumber, (long)number));
        var answer = await client.InvokeAsync(new ApiRequest(request.Action, body, request.Version), call, cancellationToken).ConfigureAwait(false);
        if (TotalIn(answer) is not { } total || (answer["dataSet"] ?? Array.Empty<object?>()) is not IReadOnlyList<object?> items)
        {
            throw new ZecAnswerException(
                NotPaged, $"The answer to {request.Action} has no dataSet and totalCount, and so is no page of a list.")
            {
                Action = request.Action,
                RequestId = answer["requestId"] as string,
                HttpStatus = 200,
            };
        }

        return new Page<KeyValuePair<string, object?>>(Known(items), total);
    }

    /// <summary>The answer's totalCount; null where it has none that a list can have.</summary>
    private static int? TotalIn(ApiObject answer) => answer["totalCount"] switch
    {
        long and >= 0 and <= int.MaxValue and var whole => (int)whole,
        decimal and >= 0 and <= int.MaxValue and var number when number == decimal.Truncate(number) => (int)number,
        _ => null,
    };

    /// <summary>Items by what they are known by. Two alike on one page are two, so the second is known as the second.</summary>
    private static List<KeyValuePair<string, object?>> Known(IReadOnlyList<object?> items)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var known = new List<KeyValuePair<string, object?>>(items.Count);
        using var buffer = new MemoryStream();
        using var json = new Utf8JsonWriter(buffer);
        foreach (var item in items)
        {
            var text = TextOf(item, json, buffer);
            var before = seen.TryGetValue(text, out var count) ? count : 0;
            seen[text] = before + 1;
            known.Add(new(before == 0 ? text : string.Format(CultureInfo.InvariantCulture, "{0} {1}", text, before), item));
        }

        return known;
    }

    /// <summary>An item as JSON. The writer and its buffer are used for the next item again.</summary>
    private static string TextOf(object? item, Utf8JsonWriter json, MemoryStream buffer)
    {
        buffer.SetLength(0);
        json.Reset();
        json.WriteStartObject();
        ApiObjectJson.Write(json, new ApiObject([new(string.Empty, item)]));
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
