using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ZenlayerZec.Client.Journal;

/// <summary>
/// Reads the journal of all processes of a user. A line that cannot be read, such as the last one of a process that was killed while it
/// wrote, is left out and counted.
/// </summary>
/// <param name="folder">The folder.</param>
internal sealed class JournalReader(string folder)
{
    /// <summary>No process writes so much; what is larger is something else.</summary>
    private const long MostBytes = 512L * 1024 * 1024;

    /// <summary>The files that could not be read.</summary>
    public int UnreadableFiles { get; private set; }

    /// <summary>The lines that could not be read.</summary>
    public int UnreadableLines { get; private set; }

    /// <summary>The files of the journal, whoever wrote them.</summary>
    /// <param name="folder">The folder.</param>
    public static IReadOnlyList<FileInfo> Files(string folder)
    {
        try
        {
            var place = new DirectoryInfo(folder);
            return place.Exists ? [.. place.GetFiles($"*{JournalFile.Extension}").Where(IsRegular)] : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>All changes, the newest last.</summary>
    /// <param name="after">Only those that began then or later; null means all.</param>
    public IReadOnlyList<JournalRecord> Read(DateTimeOffset? after = null) =>
    [
        .. Files(folder)
            .Where(file => !(after?.UtcDateTime > file.LastWriteTimeUtc.AddMinutes(1)))
            .SelectMany(Read)
            .Where(record => !(record.Time < after))
            .OrderBy(record => record.Time),
    ];

    /// <summary>The changes of one file.</summary>
    /// <param name="file">The file.</param>
    public IReadOnlyList<JournalRecord> Read(FileInfo file)
    {
        var records = new List<JournalRecord>();
        var open = new Dictionary<long, int>();
        ProcessIdentity? process = null;
        try
        {
            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var lines = new StreamReader(stream, Encoding.UTF8);
            while (lines.ReadLine() is { } line)
            {
                if (line.Length > 0 && !TryRead(line, records, open, ref process))
                {
                    UnreadableLines++;
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            UnreadableFiles++;
        }

        return records;
    }

    /// <summary>A pipe would keep a reader waiting for ever, and has no length.</summary>
    private static bool IsRegular(FileInfo file)
    {
        try
        {
            return (file.Attributes & (FileAttributes.ReparsePoint | FileAttributes.Directory | FileAttributes.Device)) == 0
                && file.Length is > 0 and <= MostBytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another process has deleted it meanwhile.
            return false;
        }
    }

    private static bool TryRead(string line, List<JournalRecord> records, Dictionary<long, int> open, ref ProcessIdentity? process)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var json = document.RootElement;
            switch (json.ValueKind == JsonValueKind.Object ? Text(json, "kind") : null)
            {
                case JournalText.ProcessKind when Number(json, "pid") is { } pid && Text(json, "start") is { } start && Text(json, "host") is { } host:
                    process = new ProcessIdentity((int)pid, start, host, Text(json, "boot"), Text(json, "space"));
                    return true;
                case JournalText.IntentKind when Number(json, "number") is { } number && Time(json) is { } time && Text(json, "action") is { } action:
                    open[number] = records.Count;
                    records.Add(new JournalRecord(Intent(json, action), time, process, null));
                    return true;
                case JournalText.OutcomeKind when Number(json, "number") is { } number && open.TryGetValue(number, out var index):
                    records[index] = records[index] with { Outcome = Outcome(json) };
                    return true;
                case JournalText.ProcessKind or JournalText.IntentKind or JournalText.OutcomeKind or null:
                    return false;
                default:
                    // Something that a later version writes.
                    return true;
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static JournalIntent Intent(JsonElement json, string action)
    {
        var ids = List(json, "ids");
        var script = Text(json, "script");
        var line = Number(json, "line");
        return new JournalIntent(
            Text(json, "account") ?? string.Empty,
            Text(json, "identity") ?? string.Empty,
            action,
            ids,
            (int)(Number(json, "count") ?? ids.Length),
            Text(json, "options"),
            script is null && line is null ? null : new JournalOrigin(script, (int?)line));
    }

    private static JournalOutcome Outcome(JsonElement json) => new(Text(json, "status") ?? JournalOutcome.Unknown)
    {
        FailedIds = List(json, "failed"),
        UnknownIds = List(json, "unknown"),
        SkippedIds = List(json, "skipped"),
        NeverSentIds = List(json, "neverSent"),
        CreatedIds = List(json, "created"),
        RequestId = Text(json, "requestId"),
        ErrorCode = Text(json, "error"),
        Attempts = (int)(Number(json, "attempts") ?? 0),
        Duration = TimeSpan.FromMilliseconds(Number(json, "milliseconds") ?? 0),
    };

    private static string? Text(JsonElement json, string name)
        => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Number(JsonElement json, string name)
        => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number is >= 0 and <= int.MaxValue
            ? number
            : null;

    private static DateTimeOffset? Time(JsonElement json)
        => DateTimeOffset.TryParse(Text(json, "time"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static string[] List(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
        : [];
}
