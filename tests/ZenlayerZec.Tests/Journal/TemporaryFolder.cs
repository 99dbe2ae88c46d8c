namespace ZenlayerZec.Tests.Journal;

/// <summary>A folder for one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"zec-journal-{Guid.NewGuid():N}");

    /// <summary>The one file of a journal in it.</summary>
    public string File => Assert.Single(Directory.GetFiles(Path, "*.jsonl"));

    public string[] Lines => System.IO.File.ReadAllLines(File);

    public string Combine(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
