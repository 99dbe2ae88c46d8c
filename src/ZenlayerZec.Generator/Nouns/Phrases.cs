using ZenlayerZec.Generator.Yaml;

namespace ZenlayerZec.Generator.Nouns;

/// <summary>The project's own words for the fields of the API: <c>api/phrases.yaml</c>.</summary>
internal sealed class Phrases
{
    public const string File = "api/phrases.yaml";

    private readonly Dictionary<string, string> _phrases;

    private Phrases(Dictionary<string, string> phrases) => _phrases = phrases;

    /// <summary>Reads the file.</summary>
    /// <param name="root">The root of the repository.</param>
    public static Phrases Read(string root) => new(YamlPart.Read(root, File).Entries.ToDictionary(
        entry => entry.Key.Text,
        entry => entry.Value.Text.EndsWith('.') ? entry.Value.Text : throw entry.Value.Fault("A phrase ends with a period."),
        StringComparer.Ordinal));

    /// <summary>What a field is, as a sentence; null where nobody has said it.</summary>
    /// <param name="owner">The type or the action that has the field: it may have a phrase of its own.</param>
    /// <param name="field">The field's name in the API.</param>
    public string? Find(string owner, string field) => _phrases.GetValueOrDefault($"{owner}.{field}") ?? _phrases.GetValueOrDefault(field);
}
