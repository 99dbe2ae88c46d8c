using System.Security.Authentication;
using System.Text;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator;

/// <content>Answers that never come, or not whole.</content>
public sealed partial class SimulatedFault
{
    /// <summary>No connection can be made; never carried out.</summary>
    public static SimulatedFault Refused { get; } = new("refused", carriesOut: false, answer => answer.Ending = AnswerEnding.Refused)
    {
        NeverArrives = true,
    };

    /// <summary>
    /// What .NET's own code and the code of proxies, certificates and content decoders has been seen to throw in place of what a network
    /// failure is documented to throw.
    /// </summary>
#pragma warning disable CA2201 // What the runtime itself throws is what is simulated.
    public static IReadOnlyList<Func<Exception>> UnusualExceptions { get; } =
    [
        () => new InvalidOperationException("Simulated: the stream is in use."),
        () => new ObjectDisposedException("SimulatedConnection"),
        () => new TaskCanceledException("Simulated: the request was canceled.", new TimeoutException("Simulated time-out.")),
        () => new OperationCanceledException("Simulated: canceled by nobody."),
        () => new TimeoutException("Simulated time-out."),
        () => new NotSupportedException("Simulated: the scheme is not supported."),
        () => new AuthenticationException("Simulated: the certificate is not trusted."),
        () => new InvalidDataException("Simulated: the compressed content is corrupt."),
        () => new DecoderFallbackException("Simulated: the bytes are not text."),
        () => new FormatException("Simulated: the header is malformed."),
        () => new NullReferenceException("Simulated."),
        () => new OutOfMemoryException("Simulated."),
        () => new AggregateException(new IOException("Simulated: the connection was reset.")),
    ];
#pragma warning restore CA2201

    /// <summary>No answer, ever.</summary>
    /// <param name="carriesOut">Whether the request is carried out all the same.</param>
    /// <returns>The fault.</returns>
    public static SimulatedFault Hang(bool carriesOut) => new("hang", carriesOut, answer => answer.Ending = AnswerEnding.Hung);

    /// <summary>The connection is lost before an answer.</summary>
    /// <param name="carriesOut">Whether the request is carried out all the same.</param>
    /// <returns>The fault.</returns>
    public static SimulatedFault Drop(bool carriesOut) => new("drop", carriesOut, answer => answer.Ending = AnswerEnding.Dropped);

    /// <summary>The connection is lost in the middle of the answer; the request was carried out.</summary>
    /// <returns>The fault.</returns>
    public static SimulatedFault Cut() => new("cut", carriesOut: true, answer => answer.Ending = AnswerEnding.Cut);

    /// <summary>The answer begins and never ends; the request was carried out.</summary>
    /// <returns>The fault.</returns>
    public static SimulatedFault Stall() => new("stall", carriesOut: true, answer => answer.Ending = AnswerEnding.Stalled);

    /// <summary>
    /// Sending the request throws before any of it is sent; never carried out. On a socket, where exceptions are the client's own, it is
    /// a refused connection; the other faults that throw are a lost one.
    /// </summary>
    /// <param name="exception">Makes the exception.</param>
    /// <returns>The fault.</returns>
    public static SimulatedFault ThrowBeforeSending(Func<Exception> exception)
        => Throw("before sending", exception, carriesOut: false, AnswerEnding.Refused);

    /// <summary>Sending the request, or waiting for the answer's headers, throws.</summary>
    /// <param name="exception">Makes the exception.</param>
    /// <param name="carriesOut">Whether the request is carried out all the same.</param>
    /// <returns>The fault.</returns>
    public static SimulatedFault Throw(Func<Exception> exception, bool carriesOut)
        => Throw("before the headers", exception, carriesOut, AnswerEnding.Dropped);

    /// <summary>Reading the body throws, in the middle of it; the request was carried out.</summary>
    /// <param name="exception">Makes the exception.</param>
    /// <returns>The fault.</returns>
    public static SimulatedFault ThrowInBody(Func<Exception> exception)
        => Throw("in the body", exception, carriesOut: true, AnswerEnding.Cut);

    private static SimulatedFault Throw(string where, Func<Exception> exception, bool carriesOut, AnswerEnding ending)
    {
        _ = exception ?? throw new ArgumentNullException(nameof(exception));
        return new SimulatedFault($"{exception().GetType().Name} {where}", carriesOut, answer =>
        {
            answer.Ending = ending;
            answer.Failure = exception;
        })
        {
            NeverArrives = ending == AnswerEnding.Refused,
        };
    }
}
