using System.Buffers;
using System.Text;
using System.Text.Json;
using ZenlayerZec.Client.Errors;

namespace ZenlayerZec.Client.Transport;

/// <summary>
/// The whole body of an answer in one buffer, which is borrowed and wiped before it is given back: the body may hold a secret, such as the
/// address of a console.
/// </summary>
internal sealed class AnswerBody : IDisposable
{
    /// <summary>A page of a thousand instances is 1.5 MB; nothing that the API answers comes near this.</summary>
    public const long MaximumBytes = 64L * 1024 * 1024;

    private const int FirstBytes = 32 * 1024;
    private const int Growth = 4;

    /// <summary>A larger one is hardly ever needed, and not kept.</summary>
    private const int LargestBorrowed = 4 * 1024 * 1024;

    private static readonly byte[] Removed = Encoding.ASCII.GetBytes(SecretForm.Removed);

    private byte[] _buffer = Borrow(FirstBytes);
    private int _length;
    private long _read;

    private AnswerBody()
    {
    }

    /// <summary>What was read.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    /// <summary>Reads a stream to its end, or fails at the first byte over the limit, so that no answer can fill the memory.</summary>
    /// <param name="stream">The body.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ZecAnswerException">There are more than <see cref="MaximumBytes"/>.</exception>
    /// <exception cref="JsonException">After the end of a large value comes something else.</exception>
    public static async Task<AnswerBody> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        // Where the reading fails, the buffer is left to the garbage collector: whoever was given up may still write into it.
        var body = new AnswerBody();
        while (await FillAsync(body._buffer, body._length, stream, cancellationToken).ConfigureAwait(false) is var read and > 0)
        {
            body.Count(read);
            body._length += read;
            if (body._length == body._buffer.Length && !body.TryGrow())
            {
                await body.PassOverSpaceAsync(stream, cancellationToken).ConfigureAwait(false);
                break;
            }
        }

        return body;
    }

    /// <summary>
    /// Takes a secret out that a server sent back, before anything is made of the body: an object that held it would be shown, exported and
    /// logged.
    /// </summary>
    /// <param name="secret">The secret in UTF-8; never empty.</param>
    public void Remove(byte[] secret)
    {
        var found = Bytes.IndexOf(secret);
        if (found < 0)
        {
            return;
        }

        var (old, length, from) = (_buffer, _length, 0);
        _buffer = Borrow(length + (length / secret.Length * Math.Max(0, Removed.Length - secret.Length)));
        _length = 0;
        for (; found >= 0; found = old.AsSpan(from, length - from).IndexOf(secret))
        {
            Append(old.AsSpan(from, found));
            Append(Removed);
            from += found + secret.Length;
        }

        Append(old.AsSpan(from, length - from));
        GiveBack(old, length);
    }

    /// <summary>Wipes the buffer and gives it back.</summary>
    public void Dispose()
    {
        var buffer = Interlocked.Exchange(ref _buffer, []);
        GiveBack(buffer, _length);
        _length = 0;
    }

    private static byte[] Borrow(int length) => length > LargestBorrowed ? new byte[length] : ArrayPool<byte>.Shared.Rent(length);

    private static void GiveBack(byte[] buffer, int length)
    {
        Array.Clear(buffer, 0, length);
        if (buffer.Length is > 0 and <= LargestBorrowed)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Reads on after the end of the JSON, where no more than space may come, without keeping it.</summary>
    private async Task PassOverSpaceAsync(Stream stream, CancellationToken cancellationToken)
    {
        var space = new byte[FirstBytes];
        while (await FillAsync(space, 0, stream, cancellationToken).ConfigureAwait(false) is var read and > 0)
        {
            Count(read);
            for (var i = 0; i < read; i++)
            {
                if (space[i] is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
                {
                    throw new JsonException("Something comes after the end of the answer.");
                }
            }
        }
    }

    private void Count(int bytes)
    {
        _read += bytes;
        if (_read > MaximumBytes)
        {
            throw new ZecAnswerException(
                "AnswerTooLarge", $"The answer is larger than {MaximumBytes / (1024 * 1024)} MiB, and was not read to its end.")
            {
                Aftermath = Aftermath.Unknown,
            };
        }
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }

#if NET
    private static ValueTask<int> FillAsync(byte[] buffer, int start, Stream stream, CancellationToken cancellationToken)
        => stream.ReadAsync(buffer.AsMemory(start), cancellationToken);
#else
    private static Task<int> FillAsync(byte[] buffer, int start, Stream stream, CancellationToken cancellationToken)
        => stream.ReadAsync(buffer, start, buffer.Length - start, cancellationToken);
#endif

    /// <summary>Makes room for more; returns false where the JSON is at its end, as that of an answer with endless space after it.</summary>
    private bool TryGrow()
    {
        var (full, isLarge) = (_buffer, _length * (long)Growth > LargestBorrowed);
        if (isLarge && IsWhole())
        {
            return false;
        }

        _buffer = Borrow(_length * Growth);
        Buffer.BlockCopy(full, 0, _buffer, 0, _length);
        GiveBack(full, _length);
        return true;
    }

    private bool IsWhole()
    {
        var reader = new Utf8JsonReader(Bytes, isFinalBlock: false, default);
        return reader.Read() && reader.TrySkip();
    }
}
