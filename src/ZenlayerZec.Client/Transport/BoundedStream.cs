using ZenlayerZec.Client.Errors;

namespace ZenlayerZec.Client.Transport;

/// <summary>Reads an answer up to a limit, and fails at the first byte over it, so that no answer can fill the memory.</summary>
internal sealed class BoundedStream(Stream inner, long limit) : ReadOnlyStream(inner)
{
    private long _read;

    public override int Read(byte[] buffer, int offset, int count) => Counted(Inner.Read(buffer, offset, count));

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
#if NET
        => Counted(await Inner.ReadAsync(buffer.AsMemory(offset, count), cancellationToken).ConfigureAwait(false));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => Counted(await Inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));
#else
        => Counted(await Inner.ReadAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false));
#endif

    private int Counted(int bytes)
    {
        _read += bytes;
        return _read <= limit
            ? bytes
            : throw new ZecAnswerException(
                "AnswerTooLarge", $"The answer is larger than {limit / (1024 * 1024)} MiB, and was not read to its end.")
            {
                Aftermath = Aftermath.Unknown,
            };
    }
}
