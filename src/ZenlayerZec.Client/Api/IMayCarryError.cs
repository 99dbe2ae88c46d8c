namespace ZenlayerZec.Client.Api;

/// <summary>
/// An action's answer that may hold an error in place of its own properties: a gateway may wrap a failure as
/// <c>{"response":{"code","message"}}</c> with HTTP 200. Read without these two, it would look like a success in which nothing failed.
/// </summary>
internal interface IMayCarryError
{
    /// <summary>The failure's code; null where there is none.</summary>
    string? Code { get; }

    /// <summary>The failure in words.</summary>
    string? Message { get; }
}
