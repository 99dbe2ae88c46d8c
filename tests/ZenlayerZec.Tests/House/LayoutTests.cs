using System.Management.Automation.Language;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.House;

/// <summary>The rules that the house is built by.</summary>
public class LayoutTests
{
    [Theory]
    [InlineData("ZenlayerZec.dll", "ZenlayerZec.Client", "ZenlayerZec.Simulator")]
    [InlineData("core/ZenlayerZec.Simulator.dll", "ZenlayerZec.Client")]
    [InlineData("core/ZenlayerZec.Client.dll")]
    public void Arrows_run_one_way(string assembly, params string[] mayReferTo)
        => Assert.Empty(References(assembly).Where(name => name.StartsWith("ZenlayerZec", StringComparison.Ordinal)).Except(mayReferTo));

    [Fact]
    public void The_client_and_the_simulator_know_no_PowerShell()
        => Assert.DoesNotContain(
            References("core/ZenlayerZec.Simulator.dll").Concat(References("core/ZenlayerZec.Client.dll")),
            name => name.StartsWith("System.Management", StringComparison.Ordinal));

    [Fact]
    public void The_cmdlets_refer_only_to_what_both_editions_have()
        => Assert.Empty(References("ZenlayerZec.dll").Except(["netstandard", "System.Management.Automation", "ZenlayerZec.Client", "ZenlayerZec.Simulator"]));

    [Fact]
    public void The_manifest_exports_the_cmdlets_that_there_are_and_has_the_builds_version()
    {
        using var session = new PowerShellSession();
        var manifest = (System.Collections.Hashtable)Parser.ParseFile(Repository.Manifest, out _, out var errors)
            .Find(ast => ast is HashtableAst, searchNestedScriptBlocks: false)!.SafeGetValue();

        var exported = ((object[])manifest["CmdletsToExport"]!).Cast<string>().Order(StringComparer.Ordinal);
        var existing = new[] { Path.Combine("src", "ZenlayerZec"), Path.Combine("artifacts", "generated", "ZenlayerZec") }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder, "Commands"), "*Command*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetFileName(file).Split('.')[0])

            // A generated cmdlet may have a part that is written by hand.
            .Distinct(StringComparer.Ordinal);

        Assert.Empty(errors);
        Assert.Equal(exported, session.Must("Get-Command -Module ZenlayerZec | ForEach-Object Name").Of<string>().Order(StringComparer.Ordinal));
        Assert.Equal(
            exported.Select(name => $"{name.Replace("-", string.Empty, StringComparison.Ordinal)}Command").Order(StringComparer.Ordinal), existing.Order(StringComparer.Ordinal));
        Assert.Equal(ZenlayerZec.Client.ZecClient.ModuleVersion, manifest["ModuleVersion"]);
    }

    [Fact]
    public void Only_instances_have_an_instance_ID_to_bind_by()
        => Assert.Equal(
            ["ZecInstance", "ZecInstanceMetric", "ZecInstanceMetricSummary", "ZecInstancePrice", "ZecInstanceStatus", "ZecInstanceVncUrl"],
            typeof(ZenlayerZec.Client.ZecClient).Assembly.GetExportedTypes()

                // What is said of costs is refused, or bound by what it stands for, before its properties are looked at.
                .Where(type => type.Namespace != "ZenlayerZec.Client.Costs")
                .Where(type => type.GetProperties().Any(property => property.Name is "InstanceId" or "Id"))
                .Select(type => type.Name));

    private static List<string> References(string assembly)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(Repository.ModuleFolder, assembly)));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
