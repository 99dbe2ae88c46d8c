namespace ZenlayerZec.Tests.Client;

/// <summary>Holds requests on their way until a test lets them through, and knows how many are waiting.</summary>
internal sealed class Turnstile(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly List<TaskCompletionSource<bool>> _waiting = [];
    private readonly SemaphoreSlim _arrived = new(0);
    private bool _isOpen;

    /// <summary>The most that were ever on their way at once.</summary>
    public int MostAtOnce { get; private set; }

    public bool IsDisposed { get; private set; }

    /// <summary>Waits until so many more requests have come.</summary>
    public async Task ArrivedAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await _arrived.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Whether another request comes within a moment; the moment is only ever waited out where none comes.</summary>
    public Task<bool> AnotherArrivesAsync() => _arrived.WaitAsync(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);

    /// <summary>Lets one through: the one that waits longest, or the one that came last.</summary>
    public void LetThrough(bool last = false)
    {
        lock (_waiting)
        {
            var at = last ? _waiting.Count - 1 : 0;
            _waiting[at].SetResult(true);
            _waiting.RemoveAt(at);
        }
    }

    /// <summary>Holds nothing any more.</summary>
    public void Open()
    {
        lock (_waiting)
        {
            _isOpen = true;
            _waiting.ForEach(waiting => waiting.SetResult(true));
            _waiting.Clear();
        }
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var go = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_waiting)
        {
            _waiting.Add(go);
            MostAtOnce = Math.Max(MostAtOnce, _waiting.Count);
            if (_isOpen)
            {
                go.SetResult(true);
                _waiting.RemoveAt(_waiting.Count - 1);
            }
        }

        _arrived.Release();
        await go.Task.WaitAsync(cancellationToken);
        return await base.SendAsync(request, cancellationToken);
    }
}
