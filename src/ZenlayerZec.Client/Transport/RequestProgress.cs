using ZenlayerZec.Client.Errors;

namespace ZenlayerZec.Client.Transport;

/// <summary>How far a request has come with its attempts, so that an end from outside can be told truly.</summary>
/// <param name="action">The action.</param>
/// <param name="options">The connection's.</param>
/// <param name="secrets">Cleans what an exception says.</param>
internal sealed class RequestProgress(string action, ZecClientOptions options, SecretFilter secrets)
{
    /// <summary>How many attempts came to their turn.</summary>
    public int Attempts { get; private set; }

    /// <summary>Whether an attempt is under way, and so may have been carried out.</summary>
    public bool IsInFlight { get; private set; }

    /// <summary>What the last attempt that ended failed with; null where none did.</summary>
    public ZecException? Last { get; private set; }

    /// <summary>An attempt has come to its turn.</summary>
    public void Sending()
    {
        Attempts++;
        IsInFlight = true;
    }

    /// <summary>An attempt failed.</summary>
    /// <param name="failure">With what; it says whether the request may have been carried out.</param>
    public void Failed(ZecException failure)
    {
        Last = failure;
        IsInFlight = false;
    }

    /// <summary>The time for all attempts is over.</summary>
    /// <param name="end">How that came about.</param>
    public ZecException OutOfTime(Exception end)
        => Of(NetworkFailure.OutOfTime(options.OverallTimeout, options.Endpoint, WasSent(end), Last));

    /// <summary>Somebody stopped the run.</summary>
    /// <param name="end">How that came about.</param>
    public ZecException Stopped(OperationCanceledException end)
        // Between two attempts the last one's failure tells more, and more truly: that nothing was carried out.
        => !WasSent(end) && Last is not null ? Last : Of(NetworkFailure.Stopped(options.Endpoint, WasSent(end)));

    /// <summary>Something ended it that nobody reckoned with.</summary>
    /// <param name="end">What was thrown.</param>
    public ZecException Unexpected(Exception end) => Of(NetworkFailure.Unexpected(end, options.Endpoint, WasSent(end), secrets));

    private bool WasSent(Exception end) => IsInFlight && end is not NeverSentException;

    private ZecTransportException Of(ZecTransportException failure)
    {
        failure.Action = action;
        failure.Attempts = Attempts;
        return failure;
    }
}
