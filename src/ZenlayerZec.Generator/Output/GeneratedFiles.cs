using System.Text;

namespace ZenlayerZec.Generator.Output;

/// <summary>The generated files: written only where they changed, so that nothing is compiled anew for nothing; what is no longer made is deleted.</summary>
/// <param name="folder">Where they lie.</param>
internal sealed class GeneratedFiles(string folder)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);

    /// <summary>Adds a file.</summary>
    /// <param name="path">Its path in the folder, with slashes; the project is its first part.</param>
    /// <param name="text">What is in it.</param>
    public void Add(string path, SourceText text) => _files.Add(path, text.ToString());

    /// <summary>Adds a file of XML.</summary>
    /// <param name="path">Its path in the folder.</param>
    /// <param name="text">What is in it; its lines end in LF.</param>
    public void AddXml(string path, string text) => _files.Add(path, text);

    /// <summary>Writes them.</summary>
    public void Write()
    {
        Directory.CreateDirectory(folder);
        foreach (var path in Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories).Where(IsMade).ToArray())
        {
            if (!_files.ContainsKey(Path.GetRelativePath(folder, path).Replace('\\', '/')))
            {
                File.Delete(path);
            }
        }

        foreach (var (path, text) in _files)
        {
            var file = Path.Combine(folder, path);
            if (!File.Exists(file) || File.ReadAllText(file, Utf8) != text)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllText(file, text, Utf8);
            }
        }
    }

    private static bool IsMade(string path) => path.EndsWith(".g.cs", StringComparison.Ordinal) || path.EndsWith(".ps1xml", StringComparison.Ordinal);
}
