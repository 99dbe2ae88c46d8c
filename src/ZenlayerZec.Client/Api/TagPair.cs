namespace ZenlayerZec.Client.Api;

/// <summary>One tag on the wire; key and value are 1 to 64 characters.</summary>
public sealed class TagPair
{
    /// <summary>The tag's key.</summary>
    public string? Key { get; set; }

    /// <summary>The tag's value.</summary>
    public string? Value { get; set; }
}
