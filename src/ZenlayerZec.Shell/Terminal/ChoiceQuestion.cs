using System.Management.Automation.Host;

namespace ZenlayerZec.Shell.Terminal;

/// <summary>A question with choices, as PowerShell's own console asks it: <c>[Y] Yes  [A] Yes to All …</c>.</summary>
internal sealed class ChoiceQuestion
{
    private readonly (string Key, string Label, string Help)[] _choices;
    private readonly int _defaultChoice;

    public ChoiceQuestion(IReadOnlyList<ChoiceDescription> choices, int defaultChoice)
    {
        _choices = [.. choices.Select(choice => (KeyOf(choice.Label), Plain(choice.Label), choice.HelpMessage))];
        _defaultChoice = defaultChoice;
    }

    public string Text
    {
        get
        {
            var labels = string.Join("  ", _choices.Select(choice => $"[{choice.Key}] {choice.Label}"));
            var ending = _defaultChoice >= 0 ? $" (default is \"{_choices[_defaultChoice].Key}\"): " : ": ";
            return $"{labels}  [?] Help{ending}";
        }
    }

    public string Help => string.Join(Environment.NewLine, _choices.Select(choice => $"{choice.Key} - {choice.Help}"));

    /// <summary>Which choice an answer means; null where none.</summary>
    public int? Choose(string answer)
    {
        answer = answer.Trim();
        if (answer.Length == 0)
        {
            return _defaultChoice >= 0 ? _defaultChoice : null;
        }

        var index = Array.FindIndex(_choices, choice => Same(choice.Key, answer) || Same(choice.Label, answer));
        return index >= 0 ? index : null;
    }

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);

    private static string Plain(string label) => label.Replace("&", string.Empty, StringComparison.Ordinal);

    private static string KeyOf(string label)
        => label.IndexOf('&', StringComparison.Ordinal) is >= 0 and var at && at + 1 < label.Length
            ? label.Substring(at + 1, 1).ToUpperInvariant()
            : label;
}
