using ZenlayerZec.Generator.Facts;
using ZenlayerZec.Generator.Nouns;
using ZenlayerZec.Generator.Yaml;

namespace ZenlayerZec.Generator.Checks;

/// <summary>
/// Every action is decided in the file of a noun, or stands in the list of those that have no cmdlet yet: a new one cannot be forgotten.
/// </summary>
internal static class UndecidedActions
{
    public const string File = "api/undecided.txt";

    /// <summary>Compares the list with the actions.</summary>
    /// <exception cref="DescriptionException">An action is in neither or in both, or the list is not in order.</exception>
    public static void Check(string root, IReadOnlyDictionary<string, ActionFacts> actions, IReadOnlyList<NounDecision> nouns)
    {
        var lines = System.IO.File.ReadAllLines(Path.Combine(root, File)).Where(line => !line.StartsWith('#')).ToArray();
        var decided = new Dictionary<string, ActionDecision>(StringComparer.Ordinal);
        foreach (var decision in nouns.SelectMany(noun => noun.Actions))
        {
            if (!actions.ContainsKey(decision.Action))
            {
                throw decision.Place.Fault($"There is no action {decision.Action} in {FactsReader.Folder} or {FactsReader.AdditionsFolder}.");
            }

            if (!decided.TryAdd(decision.Action, decision))
            {
                throw decision.Place.Fault($"{decision.Action} is decided twice: also in {decided[decision.Action].Place.File}.");
            }
        }

        var first = System.IO.File.ReadAllLines(Path.Combine(root, File)).Length - lines.Length + 1;
        for (var i = 0; i < lines.Length; i++)
        {
            var fault = !actions.ContainsKey(lines[i]) ? $"There is no action {lines[i]}."
                : decided.TryGetValue(lines[i], out var decision) ? $"{lines[i]} is decided in {decision.Place.File}: take it out of this list."
                : i > 0 && string.CompareOrdinal(lines[i - 1], lines[i]) >= 0 ? $"{lines[i]} is not in order."
                : null;
            if (fault is not null)
            {
                throw new DescriptionException(File, first + i, fault);
            }
        }

        if (actions.Keys.FirstOrDefault(name => !decided.ContainsKey(name) && !lines.Contains(name)) is { } forgotten)
        {
            throw new DescriptionException(File, 1, $"{forgotten} is not decided. Decide it in a file of {NounReader.Folder}, or list it here.");
        }
    }
}
