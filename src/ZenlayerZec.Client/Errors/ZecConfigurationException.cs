namespace ZenlayerZec.Client.Errors;

/// <summary>The connection's settings or credentials cannot be used. Nothing was sent.</summary>
public sealed class ZecConfigurationException : ZecException
{
    /// <summary>The code where nobody gave any credentials.</summary>
    public const string NoCredentials = "NoCredentials";

    internal ZecConfigurationException(string code, string message)
        : base(ZecErrorKind.Configuration, code, message)
    {
    }
}
