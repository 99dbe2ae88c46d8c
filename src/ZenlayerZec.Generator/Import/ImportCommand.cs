using ZenlayerZec.Generator.Facts;

namespace ZenlayerZec.Generator.Import;

/// <summary>Writes the facts of the vendor's descriptions to <c>api/actions</c>, and says what has changed.</summary>
internal static class ImportCommand
{
    /// <summary>Imports a folder of descriptions.</summary>
    /// <param name="root">The root of the repository.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="output">Gets a line for each change.</param>
    /// <returns>How many actions there are.</returns>
    public static int Run(string root, string folder, TextWriter output)
    {
        var target = Directory.CreateDirectory(Path.Combine(root, FactsReader.Folder)).FullName;
        var known = Directory.EnumerateFiles(target, "*.yaml").Select(path => FactsReader.Read(root, $"{FactsReader.Folder}/{Path.GetFileName(path)}"))
            .ToDictionary(action => action.Name, StringComparer.Ordinal);
        var found = VendorDescription.ReadAll(folder);
        foreach (var line in FactChanges.Between(known, found))
        {
            output.WriteLine(line);
        }

        foreach (var name in known.Keys.Where(name => !found.ContainsKey(name)))
        {
            File.Delete(Path.Combine(target, $"{name}.yaml"));
        }

        foreach (var action in found.Values)
        {
            File.WriteAllText(Path.Combine(target, $"{action.Name}.yaml"), FactsWriter.Write(action));
        }

        return found.Count;
    }
}
