using System.Text;

namespace ZenlayerZec.Client.Transport;

/// <summary>
/// Reads an answer and takes the secrets out of it that a server sent back, before anything is made of it: an object that held one would be
/// shown, exported and logged.
/// </summary>
internal sealed class SecretFreeStream(Stream inner, byte[][] secrets) : ReadOnlyStream(inner)
{
    private static readonly byte[] Removed = Encoding.ASCII.GetBytes(SecretForm.Removed);

    /// <summary>What was read and is not yet given out: up to <see cref="_clean"/> it may be; the rest may be the start of a secret.</summary>
    private byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _clean;
    private int _end;
    private bool _isOver;

    public override int Read(byte[] buffer, int offset, int count)
    {
        while (_start == _clean && !_isOver)
        {
            MakeRoom();
            Take(Inner.Read(_buffer, _end, _buffer.Length - _end));
        }

        return Give(buffer.AsSpan(offset, count));
    }

#if NET
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_start == _clean && !_isOver)
        {
            MakeRoom();
            Take(await Inner.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false));
        }

        return Give(buffer.Span);
    }
#else
    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        while (_start == _clean && !_isOver)
        {
            MakeRoom();
            Take(await Inner.ReadAsync(_buffer, _end, _buffer.Length - _end, cancellationToken).ConfigureAwait(false));
        }

        return Give(buffer.AsSpan(offset, count));
    }
#endif

    /// <summary>Moves what is left to the front; it is the start of a secret at most.</summary>
    private void MakeRoom()
    {
        Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
        _end -= _start;
        _start = _clean = 0;
        if (_end > _buffer.Length / 2)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
    }

    private void Take(int count)
    {
        _isOver = count == 0;
        _end += count;
        foreach (var secret in secrets)
        {
            Remove(secret);
        }

        _clean = _isOver ? _end : _end - secrets.Max(StartAtEnd);
    }

    private void Remove(byte[] secret)
    {
        var from = 0;
        int found;
        while ((found = _buffer.AsSpan(from, _end - from).IndexOf(secret)) >= 0)
        {
            var at = from + found;
            var grown = _end + Removed.Length - secret.Length;
            if (grown > _buffer.Length)
            {
                Array.Resize(ref _buffer, grown * 2);
            }

            Buffer.BlockCopy(_buffer, at + secret.Length, _buffer, at + Removed.Length, _end - at - secret.Length);
            Removed.CopyTo(_buffer, at);
            _end = grown;
            from = at + Removed.Length;
        }
    }

    /// <summary>How many of the last bytes are the start of a secret.</summary>
    private int StartAtEnd(byte[] secret)
    {
        for (var length = Math.Min(secret.Length - 1, _end); length > 0; length--)
        {
            if (_buffer[_end - length] == secret[0] && _buffer.AsSpan(_end - length, length).SequenceEqual(secret.AsSpan(0, length)))
            {
                return length;
            }
        }

        return 0;
    }

    private int Give(Span<byte> wanted)
    {
        var count = Math.Min(wanted.Length, _clean - _start);
        _buffer.AsSpan(_start, count).CopyTo(wanted);
        _start += count;
        return count;
    }
}
