namespace ZenlayerZec.Client.Batching;

/// <summary>How a thing stands before something is done to it.</summary>
/// <param name="State">Its state; null where the service gives none.</param>
/// <param name="Tags">Its tags; null where they were not read or cannot be read.</param>
internal readonly record struct Standing(string? State, IReadOnlyDictionary<string, string>? Tags);
