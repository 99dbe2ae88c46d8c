using ZenlayerZec.Generator.Facts;

namespace ZenlayerZec.Generator.Import;

/// <summary>What one set of facts says otherwise than another.</summary>
internal static class FactChanges
{
    /// <summary>A line for each action or field that came, went or changed, in the order of their names.</summary>
    public static IEnumerable<string> Between(IReadOnlyDictionary<string, ActionFacts> before, IReadOnlyDictionary<string, ActionFacts> after)
    {
        foreach (var name in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            if (!after.TryGetValue(name, out var there))
            {
                yield return $"- {name}";
            }
            else if (!before.TryGetValue(name, out var was))
            {
                yield return $"+ {name}";
            }
            else
            {
                foreach (var line in Between(name, Flat(was), Flat(there)))
                {
                    yield return line;
                }
            }
        }
    }

    private static IEnumerable<string> Between(string name, SortedDictionary<string, string> before, SortedDictionary<string, string> after)
    {
        foreach (var field in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            var (was, isThere) = (before.GetValueOrDefault(field), after.GetValueOrDefault(field));
            if (was != isThere)
            {
                yield return was is null ? $"+ {name} {field}: {isThere}"
                    : isThere is null ? $"- {name} {field}"
                    : $"! {name} {field}: {was} -> {isThere}";
            }
        }
    }

    private static SortedDictionary<string, string> Flat(ActionFacts action)
    {
        var flat = new SortedDictionary<string, string>(StringComparer.Ordinal) { [string.Empty] = $"{action.Version}{(action.IsAsynchronous ? ", asynchronous" : string.Empty)}" };
        Add("request", action.Request);
        Add("response", action.Response);
        return flat;

        void Add(string path, IReadOnlyList<FieldFacts> fields)
        {
            foreach (var field in fields)
            {
                flat[$"{path}.{field.Name}"] = FactsWriter.Facts(field);
                Add($"{path}.{field.Name}", field.Fields);
            }
        }
    }
}
