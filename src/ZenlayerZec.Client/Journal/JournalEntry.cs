namespace ZenlayerZec.Client.Journal;

/// <summary>A change that is in the journal and has no outcome yet.</summary>
/// <param name="journal">The journal.</param>
/// <param name="number">The change's number in it.</param>
internal sealed class JournalEntry(WriteJournal journal, long number)
{
    /// <summary>Writes what became of it. It never throws.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <returns>Whether it is certain that it was written.</returns>
    public Task<bool> EndAsync(JournalOutcome outcome) => journal.EndAsync(number, outcome);
}
