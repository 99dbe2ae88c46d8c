namespace ZenlayerZec.Client.Api;

/// <summary>
/// What an action answers, which must be empty of these: a gateway may wrap a failure as <c>{"response":{"code","message"}}</c> and
/// HTTP 200, and without its own properties it would look like a success in which nothing failed.
/// </summary>
internal interface IMayCarryError
{
    /// <summary>The failure's code; null where there is none.</summary>
    string? Code { get; }

    /// <summary>The failure in words.</summary>
    string? Message { get; }
}
