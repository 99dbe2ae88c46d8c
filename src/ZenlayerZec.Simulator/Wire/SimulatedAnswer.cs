namespace ZenlayerZec.Simulator.Wire;

/// <summary>How an answer ends.</summary>
public enum AnswerEnding
{
    /// <summary>All of it arrives.</summary>
    Whole,

    /// <summary>The headers and half of the body arrive, then the connection is lost.</summary>
    Cut,

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
    internal SimulatedAnswer(int status, byte[] body, AnswerEnding ending = AnswerEnding.Whole)
    {
        Status = status;
        Body = body;
        Ending = ending;
    }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The content's type.</summary>
    public string ContentType { get; internal set; } = "application/json";

    /// <summary>The headers, but for the content's.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The body's bytes.</summary>
    public byte[] Body { get; }

    /// <summary>How many blanks follow the body, for an answer of any size.</summary>
    public long Padding { get; internal set; }

    /// <summary>How it ends.</summary>
    public AnswerEnding Ending { get; }

    internal SimulatedAnswer Ended(AnswerEnding ending)
    {
        var answer = new SimulatedAnswer(Status, Body, ending) { ContentType = ContentType };
        foreach (var header in Headers)
        {
            answer.Headers.Add(header);
        }

        return answer;
    }
}
