using ZenlayerZec.Client.Errors;

namespace ZenlayerZec.Client.Transport;

/// <summary>
/// Closes a connection without losing an answer: attempts under way complete, later ones are refused, and what the connection
/// holds is let go when the last one has left.
/// </summary>
/// <param name="letGo">Called once, when the connection is closed and no attempt is under way.</param>
internal sealed class GracefulClose(Action letGo) : IDisposable
{
    private readonly object _gate = new();
    private int _underWay;
    private bool _isClosed;

    /// <summary>Begins an attempt.</summary>
    /// <returns>What to dispose of when the attempt is over.</returns>
    /// <exception cref="ZecConfigurationException">The connection was closed.</exception>
    public IDisposable Begin()
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                throw new ZecConfigurationException("ConnectionClosed", "The connection was closed before the request was sent.")
                {
                    Aftermath = Aftermath.NotCarriedOut,
                };
            }

            _underWay++;
            return new Attempt(this);
        }
    }

    /// <summary>Refuses further attempts.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return;
            }

            _isClosed = true;
            if (_underWay > 0)
            {
                return;
            }
        }

        letGo();
    }

    private void End()
    {
        lock (_gate)
        {
            if (--_underWay > 0 || !_isClosed)
            {
                return;
            }
        }

        letGo();
    }

    private sealed class Attempt(GracefulClose owner) : IDisposable
    {
        private GracefulClose? _owner = owner;

        public void Dispose() => Interlocked.Exchange(ref _owner, null)?.End();
    }
}
