using System.Globalization;
using System.Text.Json;

namespace ZenlayerZec.Client.Journal;

/// <summary>The journal's lines. A reader leaves out what it does not know, so that a later version may add to them.</summary>
internal static class JournalText
{
    /// <summary>The line that a file begins with: whose it is.</summary>
    public const string ProcessKind = "process";

    /// <summary>A change before it is sent.</summary>
    public const string IntentKind = "intent";

    /// <summary>What became of it.</summary>
    public const string OutcomeKind = "outcome";

    private const int Version = 1;

    public static byte[] Process(ProcessIdentity process) => Line(ProcessKind, json =>
    {
        json.WriteNumber("version", Version);
        json.WriteString("module", ZecClient.ModuleVersion);
        json.WriteNumber("pid", process.Id);
        json.WriteString("start", process.Start);
        json.WriteString("host", process.Host);
        Text(json, "boot", process.Boot);
        Text(json, "space", process.Space);
    });

    public static byte[] Intent(long number, JournalIntent intent) => Line(IntentKind, json =>
    {
        json.WriteNumber("number", number);
        Time(json);
        json.WriteString("action", intent.Action);
        json.WriteString("account", intent.Account);
        json.WriteString("identity", intent.Identity);
        json.WriteNumber("count", intent.Count);
        List(json, "ids", intent.Ids);
        Text(json, "options", intent.Options);
        Text(json, "script", intent.Origin?.Script);
        if (intent.Origin?.Line is { } line)
        {
            json.WriteNumber("line", line);
        }
    });

    public static byte[] Outcome(long number, JournalOutcome outcome) => Line(OutcomeKind, json =>
    {
        json.WriteNumber("number", number);
        Time(json);
        json.WriteString("status", outcome.Status);
        List(json, "failed", outcome.FailedIds);
        List(json, "unknown", outcome.UnknownIds);
        List(json, "skipped", outcome.SkippedIds);
        List(json, "neverSent", outcome.NeverSentIds);
        List(json, "created", outcome.CreatedIds);
        Text(json, "requestId", outcome.RequestId);
        Text(json, "error", outcome.ErrorCode);
        json.WriteNumber("attempts", outcome.Attempts);
        json.WriteNumber("milliseconds", (long)outcome.Duration.TotalMilliseconds);
    });

    private static byte[] Line(string kind, Action<Utf8JsonWriter> write)
    {
        using var text = new MemoryStream(4096);
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteString("kind", kind);
            write(json);
            json.WriteEndObject();
        }

        text.WriteByte((byte)'\n');
        return text.ToArray();
    }

    private static void Time(Utf8JsonWriter json)
        => json.WriteString("time", DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void List(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
