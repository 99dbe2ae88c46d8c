using System.Globalization;
using ZenlayerZec.Simulator.Actions;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator;

/// <content>Answers that arrive, and are not what the service would have said.</content>
public sealed partial class SimulatedFault
{
    /// <summary>
    /// No fault yet: the request is carried out and answered. <see cref="WithContentType"/> and the like make a fault of it.
    /// </summary>
    public static SimulatedFault None { get; } = new("none", carriesOut: true, _ => { });

    /// <summary>An error answer.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">The API's code; null for an answer in HTML, as a proxy gives.</param>
    /// <param name="carriesOut">Whether the request is carried out all the same.</param>
    /// <param name="retryAfter">What the Retry-After header says; null for none.</param>
    /// <param name="message">What the answer says.</param>
    /// <returns>The fault.</returns>
    public static SimulatedFault Error(
        int status, string? code, bool carriesOut = false, TimeSpan? retryAfter = null, string message = "Simulated fault.")
        => new($"HTTP {status} {code}", carriesOut, answer =>
        {
            if (code is null)
            {
                Replace(answer, status, "text/html", Utf8($"<html><body>{message}</body></html>"));
            }
            else
            {
                Replace(answer, status, "application/json", ActionAnswer.RefusalBody(new ServiceRefusal(status, code, message)));
            }

            if (retryAfter is { } wait)
            {
                answer.Headers["Retry-After"] = ((long)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            }
        });

    /// <summary>Any answer at all.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="contentType">The content's type; null for none.</param>
    /// <param name="body">The body.</param>
    /// <param name="carriesOut">Whether the request is carried out all the same.</param>
    /// <param name="padding">How many blanks follow the body.</param>
    /// <param name="headers">More headers.</param>
    /// <returns>The fault.</returns>
    public static SimulatedFault Answer(
        int status, string? contentType, byte[] body, bool carriesOut = false, long padding = 0, IReadOnlyDictionary<string, string>? headers = null)
        => new($"HTTP {status} {contentType}", carriesOut, answer =>
        {
            Replace(answer, status, contentType, body);
            answer.Padding = padding;
            foreach (var header in headers ?? new Dictionary<string, string>())
            {
                answer.Headers[header.Key] = header.Value;
            }
        });

    /// <summary>An answer of HTTP 200 that is no JSON.</summary>
    /// <param name="carriesOut">Whether the request is carried out all the same.</param>
    /// <returns>The fault.</returns>
    public static SimulatedFault Garbage(bool carriesOut) => Answer(200, "application/json", Utf8("{\"requestId\":\"T1\",\"resp"), carriesOut);

    /// <summary>A page in HTML under HTTP 200, as a proxy or a portal gives.</summary>
    /// <param name="carriesOut">Whether the request is carried out all the same.</param>
    /// <returns>The fault.</returns>
    public static SimulatedFault Html(bool carriesOut) => Answer(200, "text/html", Utf8("<html><body>Please sign in.</body></html>"), carriesOut);

    /// <summary>The same, under another content type.</summary>
    /// <param name="contentType">The type, such as <c>text/plain</c>; null for none.</param>
    /// <returns>The fault.</returns>
    public SimulatedFault WithContentType(string? contentType)
        => With(contentType ?? "no content type", answer => answer.ContentType = contentType);

    /// <summary>The same, with a header more, or with another value of it: <c>Date</c> is the service's time unless it is set here.</summary>
    /// <param name="name">The header.</param>
    /// <param name="value">Its value.</param>
    /// <returns>The fault.</returns>
    public SimulatedFault WithHeader(string name, string value) => With($"{name}: {value}", answer => answer.Headers[name] = value);

    /// <summary>The same, with blanks after the body: an answer of any size.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The fault.</returns>
    public SimulatedFault WithPadding(long count) => With($"{count} blanks", answer => answer.Padding = count);

    private static void Replace(SimulatedAnswer answer, int status, string? contentType, byte[] body)
    {
        (answer.Status, answer.ContentType, answer.Body) = (status, contentType, body);
        answer.Headers.Clear();
    }
}
