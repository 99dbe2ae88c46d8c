using System.Text;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator;

/// <summary>
/// Something that goes wrong with one request. Each kind can strike before the request is carried out or after, which a client
/// cannot tell apart.
/// </summary>
public sealed class SimulatedFault
{
    private readonly Func<SimulatedAnswer, SimulatedAnswer> _disturb;

    private SimulatedFault(string name, bool carriesOut, Func<SimulatedAnswer, SimulatedAnswer> disturb)
    {
        Name = name;
        CarriesOut = carriesOut;
        _disturb = disturb;
    }

    /// <summary>No connection can be made; never carried out.</summary>
    public static SimulatedFault Refused { get; } = new("refused", carriesOut: false, answer => answer.Ended(AnswerEnding.Refused));

    /// <summary>What it is, in words.</summary>
    public string Name { get; }

    /// <summary>Whether the request is carried out all the same.</summary>
    public bool CarriesOut { get; }

    /// <summary>An error answer.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">The API's code; null for an answer in HTML, as a proxy gives.</param>
    /// <param name="carriesOut">Whether the request is carried out all the same.</param>
    /// <param name="retryAfter">What the Retry-After header says; null for none.</param>
    /// <param name="message">What the answer says.</param>
    /// <returns>The fault.</returns>
    public static SimulatedFault Error(
        int status, string? code, bool carriesOut = false, TimeSpan? retryAfter = null, string message = "Simulated fault.")
        => new($"HTTP {status} {code}", carriesOut, _ =>
        {
            var answer = code is null
                ? new SimulatedAnswer(status, Encoding.UTF8.GetBytes($"<html><body>{message}</body></html>")) { ContentType = "text/html" }
                : new SimulatedAnswer(status, ZecSimulator.ErrorBody(new ServiceRefusal(status, code, message)));
            if (retryAfter is { } wait)
            {
                answer.Headers["Retry-After"] = ((long)wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

            return answer;
        });

    /// <summary>Any answer at all.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="contentType">The content's type.</param>
    /// <param name="body">The body.</param>
    /// <param name="carriesOut">Whether the request is carried out all the same.</param>
    /// <param name="padding">How many blanks follow the body.</param>
    /// <param name="headers">More headers.</param>
    /// <returns>The fault.</returns>
    public static SimulatedFault Answer(
        int status, string contentType, byte[] body, bool carriesOut = false, long padding = 0, IReadOnlyDictionary<string, string>? headers = null)
        => new($"HTTP {status} {contentType}", carriesOut, _ =>
        {
            var answer = new SimulatedAnswer(status, body) { ContentType = contentType, Padding = padding };
            foreach (var header in headers ?? new Dictionary<string, string>())
            {
                answer.Headers[header.Key] = header.Value;
            }

            return answer;
        });

    /// <summary>No answer, ever.</summary>
    /// <param name="carriesOut">Whether the request is carried out all the same.</param>
    /// <returns>The fault.</returns>
    public static SimulatedFault Hang(bool carriesOut) => new("hang", carriesOut, answer => answer.Ended(AnswerEnding.Hung));

    /// <summary>The connection is lost before an answer.</summary>
    /// <param name="carriesOut">Whether the request is carried out all the same.</param>
    /// <returns>The fault.</returns>
    public static SimulatedFault Drop(bool carriesOut) => new("drop", carriesOut, answer => answer.Ended(AnswerEnding.Dropped));

    /// <summary>The connection is lost in the middle of the answer; the request was carried out.</summary>
    /// <returns>The fault.</returns>
    public static SimulatedFault Cut() => new("cut", carriesOut: true, answer => answer.Ended(AnswerEnding.Cut));

    /// <summary>An answer of HTTP 200 that is no JSON.</summary>
    /// <param name="carriesOut">Whether the request is carried out all the same.</param>
    /// <returns>The fault.</returns>
    public static SimulatedFault Garbage(bool carriesOut) => Answer(200, "application/json", Encoding.UTF8.GetBytes("{\"requestId\":\"T1\",\"resp"), carriesOut);

    /// <summary>What it is.</summary>
    public override string ToString() => CarriesOut ? $"{Name}, carried out" : Name;

    internal SimulatedAnswer Disturb(SimulatedAnswer answer) => _disturb(answer);
}
