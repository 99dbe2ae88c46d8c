using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Pester;

/// <summary>One test of a Pester file.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Name">Its blocks and its own name; unique in the file.</param>
/// <param name="Result">Pester's word for what became of it.</param>
/// <param name="Message">Why it failed.</param>
public sealed record PesterTest(string File, string Name, string Result, string Message);

/// <summary>What tests/Pester/Invoke-Tests.ps1 writes.</summary>
/// <param name="Tests">The tests, in their order.</param>
/// <param name="Faults">Files that cannot be read, and blocks whose setup or teardown failed.</param>
public sealed record PesterReport(IReadOnlyList<PesterTest> Tests, IReadOnlyList<string> Faults)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "artifacts", "pester");

    private static readonly Lazy<Task<PesterReport>> FoundOnce = new(FindAsync);
    private static readonly Lazy<Task<PesterReport>> RunOnce = new(() => ReadAsync(Path.Combine(Folder, $"run-{Environment.ProcessId}.json")));

    /// <summary>The tests that there are, none of them run.</summary>
    public static Task<PesterReport> Found => FoundOnce.Value;

    /// <summary>The one run of all tests; it begins when somebody asks for it first.</summary>
    public static Task<PesterReport> Run => RunOnce.Value;

    /// <summary>
    /// Pester needs some seconds to find its tests, and finds the same ones as long as its files, the pages with examples and the module, whose
    /// parameters it goes through, are the same.
    /// </summary>
    private static async Task<PesterReport> FindAsync()
    {
        var kept = Path.Combine(Folder, $"found-{Fingerprint()}.json");
        if (File.Exists(kept))
        {
            return Parse(kept);
        }

        var path = Path.Combine(Folder, $"found-{Environment.ProcessId}.json");
        var report = await ReadAsync(path, "-FindOnly");
        if (report.Faults.Count == 0)
        {
            await File.WriteAllTextAsync(path, JsonSerializer.Serialize(report));
            File.Move(path, kept, overwrite: true);
        }

        return report;
    }

    private static async Task<PesterReport> ReadAsync(string path, params string[] options)
    {
        Directory.CreateDirectory(Folder);
        var run = await PowerShellProcess.RunFileAsync([], Path.Combine("tests", "Pester", "Invoke-Tests.ps1"), [path, .. options]);
        if (run.ExitCode != 0 || !File.Exists(path))
        {
            throw new InvalidOperationException($"Pester ended with exit code {run.ExitCode} and no report: {run.Error}{run.Output}");
        }

        var report = Parse(path);
        File.Delete(path);
        return report;
    }

    private static PesterReport Parse(string path) => JsonSerializer.Deserialize<PesterReport>(File.ReadAllText(path))!;

    private static string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] files =
        [
            .. Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Pester")),
            .. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories),
            .. Directory.GetFiles(Path.Combine(Repository.Root, "bin"), "ZenlayerZec.*"),
            Path.Combine(Repository.Root, "ZenlayerZec.psd1"),
        ];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(Repository.Root, file)));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
