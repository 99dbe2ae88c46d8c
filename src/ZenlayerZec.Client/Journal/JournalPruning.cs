namespace ZenlayerZec.Client.Journal;

/// <summary>Keeps the journal within bounds: files of processes that are gone are deleted, unless something in them is still in doubt.</summary>
internal static class JournalPruning
{
    private const long MostBytes = 64L * 1024 * 1024;

    private static readonly TimeSpan Oldest = TimeSpan.FromDays(30);

    /// <summary>Deletes what is too old, then the oldest while there is too much.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="now">The time, in UTC.</param>
    public static void Prune(string folder, DateTime now)
    {
        try
        {
            FileInfo[] files = [.. JournalReader.Files(folder).OrderBy(file => file.LastWriteTimeUtc)];
            var total = files.Sum(file => file.Length);
            HashSet<string>? kept = null;
            foreach (var file in files)
            {
                if (now - file.LastWriteTimeUtc <= Oldest && total <= MostBytes)
                {
                    return;
                }

                kept ??= Kept(folder, files, now);
                if (!kept.Contains(file.FullName) && TryDelete(file))
                {
                    total -= file.Length;
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next process tries again.
        }
    }

    /// <summary>The files that may still be written, or that somebody has to look into.</summary>
    private static HashSet<string> Kept(string folder, FileInfo[] files, DateTime now)
    {
        var reader = new JournalReader(folder);
        var kept = new HashSet<string>(StringComparer.Ordinal);
        var fileOf = new Dictionary<JournalRecord, string>();
        foreach (var file in files)
        {
            foreach (var record in reader.Read(file))
            {
                fileOf[record] = file.FullName;
                if (record.Process?.IsAlive() ?? now - file.LastWriteTimeUtc <= Oldest)
                {
                    kept.Add(file.FullName);
                }
            }
        }

        kept.UnionWith(JournalDoubts.Of([.. fileOf.Keys.OrderBy(record => record.Time)]).Select(doubt => fileOf[doubt.Record]));
        return kept;
    }

    private static bool TryDelete(FileInfo file)
    {
        try
        {
            file.Delete();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
