namespace ZenlayerZec.Client.Api;

/// <summary>What every action's answer has in common.</summary>
public abstract class ZecResponse : IMayCarryError
{
    private protected ZecResponse()
    {
    }

    /// <summary>The request's ID, for the vendor's support.</summary>
    public string? RequestId { get; set; }

    internal string? Code { get; set; }

    internal string? Message { get; set; }

    string? IMayCarryError.Code => Code;

    string? IMayCarryError.Message => Message;
}
