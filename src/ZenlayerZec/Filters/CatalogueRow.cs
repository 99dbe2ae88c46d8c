namespace ZenlayerZec.Filters;

/// <summary>A row of what there is to choose from.</summary>
/// <param name="Items">What is emitted for it: itself, or an object for each thing that it lists.</param>
/// <param name="Id">Its ID, where the cmdlet looks rows up by ID; else null.</param>
/// <param name="Names">The names that a pattern may have matched.</param>
internal sealed record CatalogueRow(IEnumerable<object> Items, string? Id, IReadOnlyList<string?> Names);
