using System.Collections;
using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Packaging;

/// <summary>The package that goes to the Gallery.</summary>
public sealed class PackageTests(PackedModule packed) : IClassFixture<PackedModule>
{
    private const string Project = "https://github.com/zenlayerzec/zenlayerzec";

    private static readonly string[] Expected =
    [
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "README.md",
        "SECURITY.md",
        "THIRD-PARTY-NOTICES.txt",
        "ZenlayerZec.psd1",
        "bin/ZenlayerZec.Format.ps1xml",
        "bin/ZenlayerZec.Types.ps1xml",
        "bin/ZenlayerZec.dll",
        "bin/core/Polly.Core.dll",
        "bin/core/ZenlayerZec.Client.dll",
        "bin/core/ZenlayerZec.Simulator.dll",
        "bin/desktop/Microsoft.Bcl.AsyncInterfaces.dll",
        "bin/desktop/Microsoft.Bcl.TimeProvider.dll",
        "bin/desktop/Polly.Core.dll",
        "bin/desktop/System.Buffers.dll",
        "bin/desktop/System.ComponentModel.Annotations.dll",
        "bin/desktop/System.IO.Pipelines.dll",
        "bin/desktop/System.Memory.dll",
        "bin/desktop/System.Numerics.Vectors.dll",
        "bin/desktop/System.Runtime.CompilerServices.Unsafe.dll",
        "bin/desktop/System.Text.Encodings.Web.dll",
        "bin/desktop/System.Text.Json.dll",
        "bin/desktop/System.Threading.Tasks.Extensions.dll",
        "bin/desktop/THIRD-PARTY-NOTICES.TXT",
        "bin/desktop/ZenlayerZec.Client.dll",
        "bin/desktop/ZenlayerZec.Simulator.dll",
        "docs/benchmarks.md",
        "docs/permissions.md",
        "docs/recipes.md",
        "docs/runbooks/Export-ZecRetirementList.ps1",
        "docs/runbooks/README.md",
        "docs/runbooks/Remove-ListedZecInstance.ps1",
        "docs/runbooks/Remove-StoppedZecInstance.ps1",
        "docs/runbooks/Remove-UnusedZecResource.ps1",
        "docs/runbooks/Set-ZecInstancePower.ps1",
        "docs/testing.md",
        "icon.png",
    ];

    /// <summary>What of the manifest names files.</summary>
    private static readonly string[] Lists =
        ["RootModule", "FormatsToProcess", "TypesToProcess", "NestedModules", "RequiredAssemblies", "ScriptsToProcess", "FileList"];

    [Fact]
    public void It_holds_what_users_need_and_nothing_else()
    {
        var laidOut = Directory.EnumerateFiles(packed.Layout, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(packed.Layout, file).Replace('\\', '/'));

        Assert.Equal(Expected.Concat(Help()).Order(StringComparer.Ordinal), packed.Files());
        Assert.Equal(packed.Files(), laidOut.Order(StringComparer.Ordinal));
        Assert.InRange(new FileInfo(packed.Package).Length, 100_000, 5_000_000);
    }

    [Fact]
    public void All_that_the_manifest_names_is_there()
    {
        var named = Lists.SelectMany(key => packed.Manifest[key] switch { object[] many => many.Cast<string>(), string one => [one], _ => [] }).ToArray();

        Assert.True(named.Length >= 2);
        Assert.Empty(named.Except(packed.Files()));
    }

    [Fact]
    public void The_manifest_says_all_that_the_Gallery_asks_for()
    {
        var data = (Hashtable)((Hashtable)packed.Manifest["PrivateData"]!)["PSData"]!;

        Assert.All<string>(
            ["GUID", "Author", "CompanyName", "Copyright", "Description"],
            key => Assert.False(string.IsNullOrWhiteSpace((string?)packed.Manifest[key]), key));
        Assert.Equal("5.1", packed.Manifest["PowerShellVersion"]);
        Assert.Equal("4.7.2", packed.Manifest["DotNetFrameworkVersion"]);
        Assert.Equal(["Core", "Desktop"], (object[])packed.Manifest["CompatiblePSEditions"]!);
        Assert.All<string>(
            ["CmdletsToExport", "FunctionsToExport", "AliasesToExport", "VariablesToExport"],
            key => Assert.DoesNotContain((object[])packed.Manifest[key]!, name => ((string)name).Contains('*', StringComparison.Ordinal)));
        Assert.All<string>(
            ["LicenseUri", "ProjectUri", "ReleaseNotes"],
            key => Assert.StartsWith(Project, (string?)data[key], StringComparison.Ordinal));
        Assert.Contains("Prerelease", data.Keys.Cast<string>());
        Assert.All((object[])data["Tags"]!, tag => Assert.DoesNotContain(' ', (string)tag));
    }

    [Fact]
    public void The_package_says_of_itself_what_the_manifest_says()
    {
        var data = (Hashtable)((Hashtable)packed.Manifest["PrivateData"]!)["PSData"]!;
        var version = string.IsNullOrEmpty((string?)data["Prerelease"]) ? packed.Manifest["ModuleVersion"] : $"{packed.Manifest["ModuleVersion"]}-{data["Prerelease"]}";
        using var archive = ZipFile.OpenRead(packed.Package);
        using var text = archive.GetEntry("ZenlayerZec.nuspec")!.Open();
        var said = XDocument.Load(text).Root!.Elements().Single().Elements().ToLookup(element => element.Name.LocalName, element => element.Value);

        Assert.Equal($"ZenlayerZec.{version}.nupkg", Path.GetFileName(packed.Package));
        Assert.Equal(packed.Manifest["ModuleVersion"], Path.GetFileName(packed.Layout));
        Assert.Equal(version, said["version"].Single());
        Assert.Equal(packed.Manifest["Author"], said["authors"].Single());
        Assert.Equal(packed.Manifest["Copyright"], said["copyright"].Single());
        Assert.Equal(packed.Manifest["Description"], said["description"].Single());
        Assert.Equal(data["ProjectUri"], said["projectUrl"].Single());
        Assert.Equal(data["ReleaseNotes"], said["releaseNotes"].Single());
        Assert.Equal(data["IconUri"], said["iconUrl"].Single());
        Assert.Equal("icon.png", said["icon"].Single());
        Assert.Equal(["PSModule", .. ((object[])data["Tags"]!).Cast<string>()], said["tags"].Single().Split(' '));

        // The Gallery's limit.
        Assert.True(said["tags"].Single().Length <= 4000);
    }

    /// <summary>Find-PSResource -CommandName looks for these tags.</summary>
    [Fact]
    public void Its_manifest_is_that_of_the_checkout_with_a_tag_for_each_command()
    {
        var tags = ((object[])packed.Manifest["CmdletsToExport"]!).Select(name => $"PSCommand_{name}").Prepend("PSIncludes_Cmdlet");

        Assert.Equal(
            File.ReadAllText(Repository.Manifest).Replace("'MacOS')", $"'MacOS', {string.Join(", ", tags.Select(tag => $"'{tag}'"))})", StringComparison.Ordinal),
            File.ReadAllText(Path.Combine(packed.Layout, "ZenlayerZec.psd1")));
    }

    [Fact]
    public void The_icon_of_the_Gallery_is_the_one_in_the_package()
    {
        var uri = new Uri((string)((Hashtable)((Hashtable)packed.Manifest["PrivateData"]!)["PSData"]!)["IconUri"]!);

        Assert.Equal("/zenlayerzec/zenlayerzec/main/packaging/icon.png", uri.AbsolutePath);
        Assert.Equal(File.ReadAllBytes(Path.Combine(Repository.Root, "packaging", "icon.png")), File.ReadAllBytes(Path.Combine(packed.Layout, "icon.png")));
    }

    [Fact]
    public void Every_link_of_its_pages_leads_to_a_file_of_it_or_to_an_address()
    {
        var pages = packed.Files().Where(file => file.EndsWith(".md", StringComparison.Ordinal)).ToArray();
        var links = pages.SelectMany(page => Markdown.Parse(File.ReadAllText(Path.Combine(packed.Layout, page)))
            .Descendants<LinkInline>().Select(link => (Page: page, Url: link.Url!))).ToArray();

        Assert.True(links.Length > 5);
        Assert.All(
            links.Where(link => !link.Url.StartsWith("https://", StringComparison.Ordinal)),
            link => Assert.True(File.Exists(Path.Combine(packed.Layout, Path.GetDirectoryName(link.Page)!, link.Url.Split('#')[0])), $"{link.Page}: {link.Url}"));
    }

    /// <summary>Two builds of one commit would differ by any of these.</summary>
    [Fact]
    public void Neither_the_place_nor_the_time_of_the_build_is_in_it()
    {
        foreach (var assembly in Directory.EnumerateFiles(packed.Layout, "ZenlayerZec*.dll", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(assembly).AsSpan();
            Assert.Equal(-1, bytes.IndexOf(Encoding.UTF8.GetBytes(Repository.Root)));
            Assert.Equal(-1, bytes.IndexOf(Encoding.Unicode.GetBytes(Repository.Root)));
            using var file = new PEReader(File.OpenRead(assembly));
            Assert.Equal([DebugDirectoryEntryType.Reproducible], file.ReadDebugDirectory().Select(entry => entry.Type));
        }

        using var archive = ZipFile.OpenRead(packed.Package);
        Assert.Equal(new DateTime(2000, 1, 1), Assert.Single(archive.Entries.Select(entry => entry.LastWriteTime.DateTime).Distinct()));
    }

    [Fact]
    public void The_notices_name_the_libraries_of_others_that_come_with_it()
    {
        var named = File.ReadLines(Path.Combine(packed.Layout, "THIRD-PARTY-NOTICES.txt")).Select(line => line.Trim())
            .Where(line => line.EndsWith(".dll", StringComparison.Ordinal));

        Assert.Equal(
            packed.Files().Where(file => file.EndsWith(".dll", StringComparison.Ordinal)).Select(file => Path.GetFileName(file)!)
                .Where(name => !name.StartsWith("ZenlayerZec", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal),
            named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Unpacked_elsewhere_it_works()
    {
        var folder = Directory.CreateTempSubdirectory("zec-installed");
        await ZipFile.ExtractToDirectoryAsync(packed.Package, folder.FullName, TestContext.Current.CancellationToken);

        var run = await PowerShellProcess.RunAsync([], """
            Connect-Zec -Simulator
            @(Get-ZecInstance).Count
            (Get-ZecInstance -First 2 | Remove-ZecInstance -Force).Status
            [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -like 'ZenlayerZec*' } | ForEach-Object Location
            Get-ZecInstance -First 1
            """, Path.Combine(folder.FullName, "ZenlayerZec.psd1"));

        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["250", "Succeeded"], lines[..2]);
        Assert.Equal(3, lines.Count(line => line.EndsWith(".dll", StringComparison.Ordinal) && line.StartsWith(folder.FullName, StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.StartsWith("InstanceId ", StringComparison.Ordinal));
        folder.Delete(recursive: true);
    }

    private static IEnumerable<string> Help()
        => new DirectoryInfo(Path.Combine(Repository.Root, "en-US")) is { Exists: true } folder
            ? folder.EnumerateFiles().Select(file => $"en-US/{file.Name}")
            : [];
}
