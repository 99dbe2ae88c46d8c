using System.Diagnostics;
using System.IO.Compression;
using System.Management.Automation.Language;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Packaging;

/// <summary>What the package task makes, in a folder of its own.</summary>
public sealed class PackedModule : IAsyncLifetime
{
    private readonly string _out = Directory.CreateTempSubdirectory("zec-out").FullName;

    /// <summary>The one package there is.</summary>
    public string Package => Assert.Single(Directory.GetFiles(_out, "*.nupkg"));

    /// <summary>What was packed.</summary>
    public string Layout => Assert.Single(Directory.GetDirectories(Path.Combine(_out, "ZenlayerZec")));

    /// <summary>The manifest as it was packed, read and not run.</summary>
    public System.Collections.Hashtable Manifest { get; private set; } = [];

    /// <summary>Runs the task that build.ps1 runs.</summary>
    public async ValueTask InitializeAsync()
    {
        // No server stays behind, which would hold on to the output.
        var start = new ProcessStartInfo(
            "dotnet",
            ["pack", Path.Combine(Repository.Root, "packaging", "ZenlayerZec.Package.csproj"), $"-p:OutFolder={_out}", "-m:1", "-nodeReuse:false", "-p:UseSharedCompilation=false"])
        {
            RedirectStandardOutput = true,
        };

        // The runner's own build is none of this one's business.
        foreach (var variable in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(variable);
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output);
        Manifest = (System.Collections.Hashtable)Parser.ParseFile(Path.Combine(Layout, "ZenlayerZec.psd1"), out _, out _)
            .Find(ast => ast is HashtableAst, searchNestedScriptBlocks: false)!.SafeGetValue();
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_out, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>The package's files, but for those that say how it is packed; these are never installed.</summary>
    public IReadOnlyList<string> Files()
    {
        using var archive = ZipFile.OpenRead(Package);
        return [.. archive.Entries.Select(entry => entry.FullName)
            .Where(name => name is not ("ZenlayerZec.nuspec" or "[Content_Types].xml") && !name.StartsWith("_rels/", StringComparison.Ordinal)
                && !name.StartsWith("package/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
    }
}
