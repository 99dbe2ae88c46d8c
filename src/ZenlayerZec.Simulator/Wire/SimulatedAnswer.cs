namespace ZenlayerZec.Simulator.Wire;

/// <summary>How an answer ends.</summary>
public enum AnswerEnding
{
    /// <summary>All of it arrives.</summary>
    Whole,

    /// <summary>The headers and half of the body arrive, then the connection is lost.</summary>
    Cut,

    /// <summary>The headers and half of the body arrive, then nothing more, ever.</summary>
    Stalled,

    /// <summary>The connection is lost before anything arrives.</summary>
    Dropped,

    /// <summary>No connection could be made.</summary>
    Refused,

    /// <summary>Nothing ever arrives.</summary>
    Hung,
}

/// <summary>An answer as any wire is to carry it.</summary>
public sealed class SimulatedAnswer
{
    internal SimulatedAnswer(int status, byte[] body)
    {
        Status = status;
        Body = body;
    }

    /// <summary>The HTTP status.</summary>
    public int Status { get; internal set; }

    /// <summary>The content's type; null for none.</summary>
    public string? ContentType { get; internal set; } = "application/json";

    /// <summary>The headers, but for the content's.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The body's bytes.</summary>
    public byte[] Body { get; internal set; }

    /// <summary>How many blanks follow the body, for an answer of any size.</summary>
    public long Padding { get; internal set; }

    /// <summary>How it ends.</summary>
    public AnswerEnding Ending { get; internal set; }

    /// <summary>What a wire without a network throws where the answer ends early; null for what a network throws.</summary>
    internal Func<Exception>? Failure { get; set; }

    /// <summary>Waits until whoever reads has gone.</summary>
    internal Func<CancellationToken, Task> Stall { get; set; } = token => Task.Delay(Timeout.InfiniteTimeSpan, token);

    /// <summary>Opens what a wire carries as the body: it ends as <see cref="Ending"/> says.</summary>
    /// <returns>The stream. The caller disposes of it.</returns>
    public Stream OpenBody() => new PaddedStream(this);
}
