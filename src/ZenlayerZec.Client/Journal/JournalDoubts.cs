namespace ZenlayerZec.Client.Journal;

/// <summary>What of a journal is still in doubt: a doubt ends with a later request, or a later look, that showed it done or the thing gone.</summary>
internal static class JournalDoubts
{
    /// <summary>The changes whose outcome is unknown or not there yet, each with the IDs of which that still holds.</summary>
    /// <param name="records">The changes, the newest last.</param>
    public static IReadOnlyList<(JournalRecord Record, IReadOnlyList<string> Ids)> Of(IReadOnlyList<JournalRecord> records)
    {
        var doubts = new List<(JournalRecord, IReadOnlyList<string>)>();
        var known = new HashSet<(string Identity, string Action, string Id)>();
        foreach (var record in records.Reverse())
        {
            var (identity, action) = (record.Intent.Identity, record.Intent.Action);
            var unknown = record.UnknownIds;
            string[] open = [.. unknown.Where(id => !known.Contains((identity, action, id)))];

            // An order has no IDs before it is known what became of it.
            var isUnknownWhole = unknown.Count == 0 && (record.Outcome is null || record.Outcome.Status == JournalOutcome.Unknown);
            if (open.Length > 0 || isUnknownWhole)
            {
                doubts.Add((record, open));
            }

            foreach (var id in record.SucceededIds.Concat(Missing(record.Outcome)))
            {
                known.Add((identity, action, id));
            }
        }

        doubts.Reverse();
        return doubts;
    }

    /// <summary>
    /// What is not there. Any other failure tells nothing of an earlier request: it may not have reached the service, or the service may have
    /// refused it without a look at the things, as where there were too many requests.
    /// </summary>
    private static IReadOnlyList<string> Missing(JournalOutcome? outcome)
        => outcome?.ErrorCode?.EndsWith("NotFound", StringComparison.Ordinal) == true ? outcome.FailedIds : [];
}
