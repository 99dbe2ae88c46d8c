namespace ZenlayerZec.Client.Errors;

/// <summary>An answer came that the API does not give. It is never taken for success.</summary>
public sealed class ZecAnswerException : ZecException
{
    internal ZecAnswerException(string code, string message)
        : base(ZecErrorKind.InvalidAnswer, code, message)
    {
    }
}
