using System.Globalization;

namespace ZenlayerZec.Commands.Bases;

/// <summary>How many of the things that a run was for ended how. One sentence says it, whether the run came to its end or was cut short.</summary>
/// <param name="Action">The API's action.</param>
/// <param name="Done">How many it was carried out for.</param>
/// <param name="Failed">How many it was not carried out for.</param>
/// <param name="Unknown">How many of which nobody can tell.</param>
/// <param name="Skipped">How many were left out.</param>
/// <param name="NeverSent">How many no request has carried.</param>
/// <param name="Time">How long the run took.</param>
internal sealed record RunTotals(string Action, int Done, int Failed, int Unknown, int Skipped, int NeverSent, TimeSpan Time)
{
    /// <summary>The sentence for a run that came to its end.</summary>
    public string Ended => $"{Action}: {Counts}.";

    /// <summary>The sentence for a run that was cut short.</summary>
    public string Stopped => $"{Action} was stopped: {Counts}.";

    /// <remarks>Always all of them, so that a script can take the line apart.</remarks>
    private string Counts => string.Format(
        CultureInfo.InvariantCulture,
        "{0} done, {1} failed, {2} unknown, {3} skipped, {4} never sent in {5:0.0} s",
        Done,
        Failed,
        Unknown,
        Skipped,
        NeverSent,
        Time.TotalSeconds);
}
