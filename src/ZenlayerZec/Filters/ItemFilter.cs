namespace ZenlayerZec.Filters;

/// <summary>
/// What a listing was asked for: once as the API's filters, which narrow, and once as a test of each item, which decides. What is
/// piped on from here may be destroyed; a filter that the service overlooked must not widen it.
/// </summary>
/// <param name="Request">The API's filters.</param>
/// <param name="Matches">The test.</param>
/// <param name="IsExact">Whether the API's filters say it all, so that the service's own count is that of what matches.</param>
internal sealed record ItemFilter<TRequest, TItem>(TRequest Request, Func<TItem, bool> Matches, bool IsExact);
