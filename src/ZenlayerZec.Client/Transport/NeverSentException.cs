using System.Diagnostics.CodeAnalysis;

namespace ZenlayerZec.Client.Transport;

/// <summary>The caller cancelled an attempt before a byte of its request's body was sent, such as while it was connecting.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Only one place throws it.")]
[SuppressMessage("Design", "CA1064", Justification = "To callers it is an OperationCanceledException.")]
internal sealed class NeverSentException(OperationCanceledException cancellation)
    : OperationCanceledException(cancellation.Message, cancellation, cancellation.CancellationToken);
