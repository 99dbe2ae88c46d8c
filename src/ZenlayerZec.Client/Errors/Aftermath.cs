namespace ZenlayerZec.Client.Errors;

/// <summary>What a failure leaves behind: the rows of the retry table.</summary>
internal enum Aftermath
{
    /// <summary>Not carried out, and would be refused again.</summary>
    Refused,

    /// <summary>Not carried out; may be sent again, reads and writes alike.</summary>
    NotCarriedOut,

    /// <summary>Nobody knows whether it was carried out: a read may be sent again, a write must not be.</summary>
    Unknown,
}
