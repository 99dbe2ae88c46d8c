using System.Globalization;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds;

/// <summary>Times as requests have them.</summary>
internal static class WireTime
{
    /// <summary>Reads a time.</summary>
    /// <param name="text">The text.</param>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="time">The time.</param>
    /// <returns>Why it is refused; null where it is not.</returns>
    public static ServiceRefusal? Read(string text, string parameter, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time)
        ? null
        : new ServiceRefusal(400, "INVALID_PARAMETER_DATE_FORMAT_ERROR", $"{parameter} has the format YYYY-MM-ddTHH:mm:ssZ.");
}
