using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ZenlayerZec.Generator.Yaml;

/// <summary>A value in a YAML file, which knows its place. What reads it names the keys that it knows: any other key is an error.</summary>
/// <param name="file">The file, relative to the root of the repository.</param>
/// <param name="node">The value.</param>
internal sealed class YamlPart(string file, YamlNode node)
{
    /// <summary>The file, relative to the root of the repository.</summary>
    public string File => file;

    /// <summary>The line that the value begins on, from 1.</summary>
    public long Line => node.Start.Line;

    /// <summary>Whether there is nothing: a key without a value.</summary>
    public bool IsEmpty => node is YamlScalarNode { Value: null or "", Style: ScalarStyle.Plain };

    /// <summary>Whether it is a text, not a list or a mapping.</summary>
    public bool IsText => node is YamlScalarNode;

    /// <summary>Whether it is a list.</summary>
    public bool IsList => node is YamlSequenceNode;

    /// <summary>The text of a scalar.</summary>
    public string Text => node is YamlScalarNode { Value: { Length: > 0 } text } ? text : throw Fault("A text is missing here.");

    /// <summary>The integer of a scalar.</summary>
    public int Whole => int.TryParse(Text, out var number) ? number : throw Fault($"'{Text}' is not an integer.");

    /// <summary>The boolean of a scalar.</summary>
    public bool Flag => Text switch
    {
        "true" => true,
        "false" => false,
        var other => throw Fault($"'{other}' is not true or false."),
    };

    /// <summary>The values of a list, or of one value alone.</summary>
    public IReadOnlyList<YamlPart> Items => node switch
    {
        YamlSequenceNode list => [.. list.Children.Select(child => new YamlPart(file, child))],
        YamlScalarNode when IsEmpty => [],
        YamlScalarNode => [this],
        _ => throw Fault("A list is missing here."),
    };

    /// <summary>The keys of a mapping with their values, in their order.</summary>
    public IReadOnlyList<KeyValuePair<YamlPart, YamlPart>> Entries => node switch
    {
        YamlMappingNode mapping => [.. mapping.Children.Select(child => KeyValuePair.Create(new YamlPart(file, child.Key), new YamlPart(file, child.Value)))],
        YamlScalarNode when IsEmpty => [],
        _ => throw Fault("A mapping is missing here."),
    };

    /// <summary>Reads a file.</summary>
    /// <param name="root">The root of the repository.</param>
    /// <param name="path">The file, relative to it, with slashes.</param>
    /// <exception cref="DescriptionException">The file is not YAML, or a key comes twice in it.</exception>
    public static YamlPart Read(string root, string path)
    {
        var stream = new YamlStream();
        try
        {
            using var reader = new StreamReader(Path.Combine(root, path));
            stream.Load(reader);
        }
        catch (YamlException fault)
        {
            throw new DescriptionException(path, fault.Start.Line, fault.Message);
        }
        catch (InvalidOperationException)
        {
            // What the parser throws at some lists that do not end; it does not say where.
            throw new DescriptionException(path, 1, "The file is not YAML.");
        }

        return stream.Documents is [{ RootNode: YamlMappingNode node }]
            ? new YamlPart(path, node)
            : throw new DescriptionException(path, 1, "The file does not have exactly one mapping.");
    }

    /// <summary>The value of a key; null where there is no such key.</summary>
    public YamlPart? Find(string key) => Entries.FirstOrDefault(entry => entry.Key.Text == key).Value;

    /// <summary>The value of a key that has to be there.</summary>
    public YamlPart Get(string key) => Find(key) ?? throw Fault($"'{key}' is missing.");

    /// <summary>The texts of a list under a key; none where there is no such key.</summary>
    public IReadOnlyList<string> Texts(string key) => [.. (Find(key)?.Items ?? []).Select(item => item.Text)];

    /// <summary>Refuses keys that nothing reads.</summary>
    public YamlPart Only(params string[] keys)
    {
        foreach (var (key, _) in Entries)
        {
            if (!keys.Contains(key.Text))
            {
                throw key.Fault($"Nothing reads '{key.Text}' here. Known are {string.Join(", ", keys)}.");
            }
        }

        return this;
    }

    /// <summary>A mistake at this place.</summary>
    public DescriptionException Fault(string fault) => new(file, Line, fault);
}
