using ZenlayerZec.Client.Journal;
using ZenlayerZec.Client.Transport;

namespace ZenlayerZec.Client;

/// <summary>What one call may do differently from its connection.</summary>
public sealed class ZecCallOptions
{
    /// <summary>Told of every attempt once it is over; from any thread.</summary>
    public Action<ZecRequestTrace>? Trace { get; set; }

    /// <summary>
    /// Told of every value that could not be read, and so is empty in the answer; from any thread. A list that is read more than once tells
    /// it each time.
    /// </summary>
    public Action<ZecOddValue>? OddValue { get; set; }

    /// <summary>Whether traces carry headers and bodies, without secrets.</summary>
    public bool TraceContent { get; set; }

    /// <summary>How long one attempt may take; null means as long as the connection allows.</summary>
    public TimeSpan? AttemptTimeout { get; set; }

    /// <summary>
    /// How many requests of this call may be on their way at once; null means that the call shares the connection's limit with
    /// all others that have none of their own.
    /// </summary>
    public int? ThrottleLimit { get; set; }

    /// <summary>Where in a script the call was asked for; null where that is unknown. The journal has it.</summary>
    internal JournalOrigin? Origin { get; set; }

    /// <summary>Whose requests are counted together; copies of the options are of the same call.</summary>
    internal object Caller { get; } = new();

    /// <summary>Whether a read is not tried again where it fails, for a caller that has a schedule of its own.</summary>
    internal bool IsOneAttempt { get; private set; }

    /// <summary>Whether values are told, too, that belong to no item with an ID.</summary>
    internal bool TellsEveryOddValue { get; private set; }

    /// <summary>The same options for a read of what has no ID, whose caller must know whether all values could be read.</summary>
    /// <param name="told">Told of each value that could not be.</param>
    internal ZecCallOptions WithEveryOddValue(Action<ZecOddValue>? told)
    {
        var copy = (ZecCallOptions)MemberwiseClone();
        (copy.OddValue, copy.TellsEveryOddValue) = (told, true);
        return copy;
    }

    /// <summary>The same options for a read that is tried once.</summary>
    internal ZecCallOptions WithOneAttempt()
    {
        var copy = (ZecCallOptions)MemberwiseClone();
        copy.IsOneAttempt = true;
        return copy;
    }
}
