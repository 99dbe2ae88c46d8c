using System.Management.Automation;
using System.Reflection;

namespace ZenlayerZec.Formats;

/// <summary>The colours of states and outcomes: green where all is well, yellow where somebody may want to look, red for a failure.</summary>
internal static class StateColour
{
    private const string Green = "\u001b[32m";
    private const string Yellow = "\u001b[33m";
    private const string Red = "\u001b[31m";
    private const string Off = "\u001b[0m";

    /// <summary>The value of PowerShell's OutputRendering that wants no colours.</summary>
    private const int PlainText = 1;

    /// <summary>
    /// Reads $PSStyle.OutputRendering, as a number since netstandard2.0 does not know its type; null in Windows PowerShell, which has no
    /// $PSStyle.
    /// </summary>
    private static readonly Func<int>? Rendering = ReadRendering();

    /// <summary>The text, in its colour where the console has colours.</summary>
    public static string Of(string state) => Rendering is null || Rendering() == PlainText || Colour(state) is not { } colour ? state
        : $"{colour}{state}{Off}";

    private static string? Colour(string state) => state.ToUpperInvariant() switch
    {
        "SUCCEEDED" => Green,
        "RECYCLE" or "RECYCLING" or "RELEASING" or "INFLIGHT" or "PARTIALLYFAILED" or "NEVERSENT" or "SKIPPED" or "DECLINED" => Yellow,
        var other when other.EndsWith("FAILED", StringComparison.Ordinal) || other.EndsWith("UNKNOWN", StringComparison.Ordinal)
            || other.EndsWith("UNAVAILABLE", StringComparison.Ordinal) => Red,
        _ => null,
    };

    private static Func<int>? ReadRendering()
    {
        var style = typeof(PSObject).Assembly.GetType("System.Management.Automation.PSStyle");
        return style?.GetProperty("Instance", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) is { } instance
            && style.GetProperty("OutputRendering")?.GetGetMethod() is { } getter
            ? (Func<int>)Delegate.CreateDelegate(typeof(Func<int>), instance, getter)
            : null;
    }
}
