namespace ZenlayerZec.Tests.Client;

/// <summary>
/// What goes on in a test and in all that it began: on how many threads, how many requests are on their way, and whether anything has
/// changed. It follows the flow of execution through tasks, timers and the thread pool, so that other tests do not count.
/// </summary>
internal sealed class TestActivity
{
    private static readonly AsyncLocal<TestActivity?> Current = new(Moved);

    private readonly TestActivity? _outer;
    private int _running;
    private int _requests;
    private long _version;

    private TestActivity(TestActivity? outer) => _outer = outer;

    /// <summary>On how many threads something is done at this moment, whether or not they are given a processor.</summary>
    public int Running => Volatile.Read(ref _running);

    /// <summary>How many requests are on their way.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>A number that is another one whenever anything happened.</summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>Counts from now on what is done here, and what that begins.</summary>
    public static TestActivity Begin() => Current.Value = new TestActivity(Current.Value);

    /// <summary>Notes that something happened.</summary>
    public void Change() => Interlocked.Increment(ref _version);

    /// <summary>Notes that a request was sent.</summary>
    public void Enter() => Count(ref _requests, 1);

    /// <summary>Notes that a request came home.</summary>
    public void Leave() => Count(ref _requests, -1);

    /// <summary>Called by the runtime on each thread that begins or ceases to do something for a test.</summary>
    private static void Moved(AsyncLocalValueChangedArgs<TestActivity?> change)
    {
        for (var activity = change.CurrentValue; activity is not null; activity = activity._outer)
        {
            activity.Count(ref activity._running, 1);
        }

        for (var activity = change.PreviousValue; activity is not null; activity = activity._outer)
        {
            activity.Count(ref activity._running, -1);
        }
    }

    private void Count(ref int number, int by)
    {
        Interlocked.Add(ref number, by);
        Change();
    }
}
