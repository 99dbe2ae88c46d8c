namespace ZenlayerZec.Completion;

/// <summary>Something that Tab may put in place of what was typed.</summary>
/// <param name="Value">The value, as the service has it.</param>
/// <param name="Name">What a person calls it, and may have typed; null where that is the value.</param>
/// <param name="Detail">What more there is to say of it.</param>
/// <param name="IsExpression">Whether the value is an expression of PowerShell, which stands without quotes.</param>
internal sealed record Suggestion(string Value, string? Name = null, string? Detail = null, bool IsExpression = false);
