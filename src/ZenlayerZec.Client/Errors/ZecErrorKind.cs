namespace ZenlayerZec.Client.Errors;

/// <summary>What sort of thing went wrong: what a person, or a script, decides by.</summary>
public enum ZecErrorKind
{
    /// <summary>The connection's settings or credentials cannot be used; nothing was sent.</summary>
    Configuration,

    /// <summary>The service does not accept the credentials, or the clock.</summary>
    Authentication,

    /// <summary>The service knows the caller, who may not do this.</summary>
    Permission,

    /// <summary>What was named is not there.</summary>
    NotFound,

    /// <summary>Too many requests.</summary>
    RateLimit,

    /// <summary>The service refused the request as it was.</summary>
    Refused,

    /// <summary>The service failed.</summary>
    Server,

    /// <summary>No answer came in time.</summary>
    Timeout,

    /// <summary>The service could not be reached, or the connection was lost.</summary>
    Connection,

    /// <summary>An answer came that makes no sense.</summary>
    InvalidAnswer,

    /// <summary>Something on the way to the service blocked the request.</summary>
    Blocked,

    /// <summary>Somebody stopped the run.</summary>
    Stopped,

    /// <summary>An error that neither the service nor the network is known to cause, such as too little memory.</summary>
    Unexpected,
}
