using ZenlayerZec.Client.Transport;

namespace ZenlayerZec.Simulator.Wire;

/// <summary>
/// An answer's body: its bytes, then as many blanks as are wanted, and then the end, a lost connection, or nothing at all for as long as
/// anybody reads.
/// </summary>
internal sealed class PaddedStream : ReadOnlyStream
{
    private readonly SimulatedAnswer _answer;
    private readonly CancellationTokenSource _disposed = new();
    private readonly byte[] _body;
    private readonly long _end;
    private long _position;

    public PaddedStream(SimulatedAnswer answer)
        : base(Null)
    {
        _answer = answer;
        _body = answer.Body;
        _end = answer.Ending is AnswerEnding.Cut or AnswerEnding.Stalled ? _body.Length / 2 : _body.Length + answer.Padding;
    }

    private bool IsAtStall => _position >= _end && _answer.Ending == AnswerEnding.Stalled;

    public override int Read(byte[] buffer, int offset, int count)
        => IsAtStall ? StallAsync(CancellationToken.None).GetAwaiter().GetResult() : Fill(buffer.AsSpan(offset, count));

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return IsAtStall ? await StallAsync(cancellationToken).ConfigureAwait(false) : Fill(buffer.AsSpan(offset, count));
    }

#if NET
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return IsAtStall ? await StallAsync(cancellationToken).ConfigureAwait(false) : Fill(buffer.Span);
    }
#endif

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            // Ends a read that has stalled, as closing a socket does.
            _disposed.Cancel();
        }

        base.Dispose(disposing);
    }

    private int Fill(Span<byte> buffer)
    {
        if (_position >= _end)
        {
            return _answer.Ending == AnswerEnding.Cut
                ? throw _answer.Failure?.Invoke() ?? new IOException("The connection was lost in the middle of the answer.")
                : 0;
        }

        var body = (int)Math.Max(0, Math.Min(buffer.Length, Math.Min(_body.Length, _end) - _position));
        if (body > 0)
        {
            _body.AsSpan((int)_position, body).CopyTo(buffer);
            _position += body;
            return body;
        }

        var blanks = (int)Math.Min(buffer.Length, _end - _position);
        buffer.Slice(0, blanks).Fill((byte)' ');
        _position += blanks;
        return blanks;
    }

    private async Task<int> StallAsync(CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposed.Token);
        try
        {
            await _answer.Stall(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ObjectDisposedException(nameof(PaddedStream));
        }

        return 0;
    }
}
