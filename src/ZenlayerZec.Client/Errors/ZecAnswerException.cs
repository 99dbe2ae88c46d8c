namespace ZenlayerZec.Client.Errors;

/// <summary>An answer came that the API does not give. It is never taken for success.</summary>
public sealed class ZecAnswerException : ZecException
{
    /// <summary>The code where the pages of a list do not have as many items as its totalCount: nothing can be told from them.</summary>
    public const string Incomplete = "AnswerIncomplete";

    /// <summary>The code where a list is longer than any list that this client reads.</summary>
    public const string ListTooLong = "ListTooLong";

    internal ZecAnswerException(string code, string message)
        : base(ZecErrorKind.InvalidAnswer, code, message)
    {
    }
}
