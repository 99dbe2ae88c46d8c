#if !NET
namespace ZenlayerZec.Client.Transport;

/// <summary>
/// An answer's body on .NET Framework, whose HttpClient forgets the cancellation once the headers are there: a read that stalls is
/// given up, and the stream disposed of, which closes its connection.
/// </summary>
/// <param name="inner">The body.</param>
internal sealed class AbandonedStream(Stream inner) : ReadOnlyStream(inner)
{
    private const int BufferBytes = 81920;

    /// <summary>Our own: a read that was given up may still write into its buffer.</summary>
    private readonly byte[] _buffer = new byte[BufferBytes];

    public override int Read(byte[] buffer, int offset, int count) => Inner.Read(buffer, offset, count);

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var cancelled = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = cancellationToken.Register(() => cancelled.TrySetResult(true));
        var reading = Inner.ReadAsync(_buffer, 0, Math.Min(count, BufferBytes), cancellationToken);
        if (await Task.WhenAny(reading, cancelled.Task).ConfigureAwait(false) != reading)
        {
            // Whatever the read ends in now, nobody waits for it.
            _ = reading.ContinueWith(read => read.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            Inner.Dispose();
            throw new OperationCanceledException(cancellationToken);
        }

        var bytes = await reading.ConfigureAwait(false);
        Buffer.BlockCopy(_buffer, 0, buffer, offset, bytes);
        return bytes;
    }
}
#endif
