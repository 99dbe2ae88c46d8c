namespace ZenlayerZec.Simulator.Wire;

/// <summary>An answer's body: its bytes, then as many blanks as are wanted, and at the end either the end or a lost connection.</summary>
public sealed class PaddedStream : Stream
{
    private readonly byte[] _body;
    private readonly long _end;
    private readonly bool _isCut;
    private long _position;

    /// <summary>The body of an answer.</summary>
    /// <param name="answer">The answer.</param>
    public PaddedStream(SimulatedAnswer answer)
    {
        _body = (answer ?? throw new ArgumentNullException(nameof(answer))).Body;
        _isCut = answer.Ending == AnswerEnding.Cut;
        _end = _isCut ? _body.Length / 2 : _body.Length + answer.Padding;
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_position >= _end)
        {
            return _isCut ? throw new IOException("The connection was lost in the middle of the answer.") : 0;
        }

        var body = (int)Math.Max(0, Math.Min(count, Math.Min(_body.Length, _end) - _position));
        if (body > 0)
        {
            Array.Copy(_body, _position, buffer, offset, body);
            _position += body;
            return body;
        }

        var blanks = (int)Math.Min(count, _end - _position);
        for (var i = 0; i < blanks; i++)
        {
            buffer[offset + i] = (byte)' ';
        }

        _position += blanks;
        return blanks;
    }

    /// <inheritdoc/>
    public override void Flush() => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
