using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Contract;

/// <summary>The refusals of a request for its form, with the codes that the documentation has for them.</summary>
internal static class FormRefusals
{
    public static ServiceRefusal Missing(string parameter) => new(400, "MISSING_PARAMETER", $"{parameter} is missing.");

    public static ServiceRefusal Value(string message) => new(400, "INVALID_PARAMETER_VALUE", message);

    public static ServiceRefusal WrongType(string parameter, string type) => new(400, "INVALID_PARAMETER_TYPE", $"{parameter} is not {type}.");

    public static ServiceRefusal TooSmall(string message) => new(400, "INVALID_PARAMETER_LESS_MINIMUM", message);

    public static ServiceRefusal TooGreat(string message) => new(400, "INVALID_PARAMETER_EXCEED_MAXIMUM", message);

    public static ServiceRefusal Pattern(string message) => new(400, "INVALID_PARAMETER_PATTERN_ERROR", message);

    /// <summary>A list with more items than it may have.</summary>
    public static ServiceRefusal? TooMany(string parameter, int? count, int? most) => count > most
        ? new ServiceRefusal(400, "INVALID_PARAMETER_EXCEED_LENGTH", $"{parameter} has {count} items and may have {most}.")
        : null;

    /// <summary>A text that is too short or too long.</summary>
    public static ServiceRefusal? Length(string parameter, string text, int? least, int? most) => text.Length switch
    {
        var length when length < least => new ServiceRefusal(
            400, "INVALID_PARAMETER_LESS_LENGTH", $"{parameter} has {length} characters and needs {least}."),
        var length when length > most => new ServiceRefusal(
            400, "INVALID_PARAMETER_EXCEED_LENGTH", $"{parameter} has {length} characters and may have {most}."),
        _ => null,
    };
}
