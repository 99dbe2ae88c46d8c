namespace ZenlayerZec.Simulator.Wire;

/// <summary>A request as it came over any wire.</summary>
public sealed class SimulatedRequest
{
    private readonly Dictionary<string, string> _headers;

    /// <summary>Takes a request apart from what carried it.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path.</param>
    /// <param name="headers">Every header, the content's and Host included.</param>
    /// <param name="body">The body's bytes.</param>
    public SimulatedRequest(string method, string path, IEnumerable<KeyValuePair<string, string>> headers, byte[] body)
    {
        Method = method;
        Path = path;
        Body = body;
        _headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in headers ?? throw new ArgumentNullException(nameof(headers)))
        {
            _headers[header.Key] = header.Value;
        }
    }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The path.</summary>
    public string Path { get; }

    /// <summary>The body's bytes.</summary>
    public byte[] Body { get; }

    /// <summary>The action's name; null where the request has none.</summary>
    public string? Action => Header("X-ZC-Action");

    /// <summary>A header's value.</summary>
    /// <param name="name">The header, in any case.</param>
    /// <returns>Its value; null where it was not sent.</returns>
    public string? Header(string name) => _headers.TryGetValue(name, out var value) ? value : null;
}
