namespace ZenlayerZec.Client.Catalogue;

/// <summary>Asks each question once, and remembers its answer for a while. Thread-safe. A failure is not remembered.</summary>
/// <param name="clock">What the while is counted by.</param>
/// <param name="ask">Asks a question.</param>
internal sealed class Memory<T>(TimeProvider clock, Func<string, Task<IReadOnlyList<T>>> ask)
{
    private readonly Dictionary<string, (Task<IReadOnlyList<T>> Answer, long Asked)> _answers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The answer to a question; one that is under way already is not asked again.</summary>
    public Task<IReadOnlyList<T>> RecallAsync(string question)
    {
        lock (_answers)
        {
            if (!_answers.TryGetValue(question, out var known) || IsForgotten(known.Answer, known.Asked))
            {
                _answers[question] = known = (Task.Run(() => ask(question)), clock.GetTimestamp());
            }

            return known.Answer;
        }
    }

    private bool IsForgotten(Task answer, long asked)
        => answer.IsCompleted && (answer.Status != TaskStatus.RanToCompletion || clock.GetElapsedTime(asked) >= AccountCatalogue.Age);
}
