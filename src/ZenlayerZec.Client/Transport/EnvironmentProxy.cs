namespace ZenlayerZec.Client.Transport;

/// <summary>
/// The proxy that HTTPS_PROXY, ALL_PROXY and NO_PROXY name for an https endpoint, read as .NET reads them. .NET Framework reads only what
/// Windows is set to, which stays in force where the variables are not set.
/// </summary>
internal static class EnvironmentProxy
{
    /// <summary>Finds the proxy.</summary>
    /// <param name="endpoint">Where requests go.</param>
    /// <param name="environment">Gives an environment variable's value, or null.</param>
    /// <returns>Its URL, with a user in it perhaps; null where there is none for this endpoint.</returns>
    public static Uri? Find(Uri endpoint, Func<string, string?> environment)
    {
        var address = Variable("HTTPS_PROXY") ?? Variable("ALL_PROXY");
        return address is not null
            && Uri.TryCreate(address.Contains("://") ? address : $"http://{address}", UriKind.Absolute, out var proxy)
            && !(Variable("NO_PROXY") ?? string.Empty).Split([','], StringSplitOptions.RemoveEmptyEntries).Any(IsException)
            ? proxy
            : null;

        // Windows, where this is used, tells no capitals from small letters in a variable's name; others do.
        string? Variable(string name) => (environment(name.ToLowerInvariant()) ?? environment(name))?.Trim() is { Length: > 0 } value ? value : null;

        bool IsException(string host)
        {
            var name = host.Trim();
            return name == "*"
                || endpoint.Host.Equals(name.TrimStart('.'), StringComparison.OrdinalIgnoreCase)
                || (name.Length > 0 && name[0] == '.' && endpoint.Host.EndsWith(name, StringComparison.OrdinalIgnoreCase));
        }
    }
}
