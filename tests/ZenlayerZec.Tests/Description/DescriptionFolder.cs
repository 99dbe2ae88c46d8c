using ZenlayerZec.Generator;
using ZenlayerZec.Generator.Yaml;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Description;

/// <summary>A copy of what the generator reads, the description of the API above all, that a test may spoil.</summary>
internal sealed class DescriptionFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("zec-api-").FullName;

    public DescriptionFolder()
    {
        var views = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "ZenlayerZec", "Formats"), "*.ps1xml");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "api"), "*", SearchOption.AllDirectories).Append(Repository.Manifest).Concat(views))
        {
            var copy = Path.Combine(_root, Path.GetRelativePath(Repository.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Root => _root;

    /// <summary>Puts another text in the place of one that is there once.</summary>
    public DescriptionFolder With(string file, string text, string other)
    {
        var path = Path.Combine(_root, file);
        var parts = File.ReadAllText(path).Split(text);
        Assert.Equal(2, parts.Length);
        File.WriteAllText(path, string.Join(other, parts));
        return this;
    }

    /// <summary>Writes a file.</summary>
    public DescriptionFolder WithFile(string file, string text)
    {
        File.WriteAllText(Path.Combine(_root, file), text);
        return this;
    }

    /// <summary>Makes the code.</summary>
    /// <returns>The files with their bytes, by path.</returns>
    public SortedDictionary<string, byte[]> Make()
    {
        var output = Path.Combine(_root, "made");
        BuildCommand.Run(_root, output);
        return new(
            Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(output, path), File.ReadAllBytes),
            StringComparer.Ordinal);
    }

    /// <summary>Makes the code, which fails.</summary>
    /// <returns>What a build shows.</returns>
    public string Fault() => Assert.Throws<DescriptionException>(() => Make()).Message;

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
