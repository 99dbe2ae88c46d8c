using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using ZenlayerZec.Client;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.House;

/// <summary>A process loads the code of one version, whatever is imported after it.</summary>
public class ModuleVersionTests
{
    [Fact]
    public async Task Where_another_version_is_loaded_every_cmdlet_says_so_and_does_nothing()
    {
        var copy = Directory.CreateTempSubdirectory("zec").FullName;
        try
        {
            CopyWithVersion(copy, "9.9.9");

            var run = await PowerShellProcess.RunAsync($$"""
                Get-ZecOperation
                Connect-Zec -Simulator
                'loaded: ' + @(Get-ZecInstance -First 2).Count
                Remove-Module ZenlayerZec
                Import-Module '{{Path.Combine(copy, "ZenlayerZec.psd1")}}'
                'imported: ' + (Get-Module ZenlayerZec).Version
                Get-Command -Module ZenlayerZec | Where-Object { $_.Name -match '^(Connect|Disconnect|Get)-(Zec|ZecConnection|ZecOperation|ZecInstance)$' } | ForEach-Object {
                    $arguments = if ($_.Name -eq 'Connect-Zec') { @{ Simulator = $true } } else { @{} }
                    try { & $_ @arguments; 'ran: ' + $_.Name } catch { $_.FullyQualifiedErrorId.Split(',')[0]; "$_" }
                }
                """);

            var says = $"Version {ZecClient.ModuleVersion} of ZenlayerZec is loaded, and version 9.9.9 was imported; start a new session.";
            Assert.Equal(
                ["loaded: 2", "imported: 9.9.9", .. Enumerable.Repeat(new[] { "ModuleVersionMismatch", says }, 5).SelectMany(lines => lines)],
                run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    [Fact]
    public async Task Where_the_files_were_replaced_before_the_first_cmdlet_it_says_so()
    {
        var folder = Directory.CreateTempSubdirectory("zec").FullName;
        try
        {
            CopyWithVersion(folder, ZecClient.ModuleVersion);
            SetVersion(Path.Combine(folder, "bin", "core", "ZenlayerZec.Client.dll"), 9);

            var run = await PowerShellProcess.RunAsync(
                [], "try { Connect-Zec -Simulator } catch { \"$_\" }; Get-ZecInstance -ErrorAction SilentlyContinue", Path.Combine(folder, "ZenlayerZec.psd1"));

            Assert.Equal(
                $"Version {ZecClient.ModuleVersion} of ZenlayerZec is loaded, and its files were replaced by version 9{ZecClient.ModuleVersion[1..]} meanwhile; start a new session.",
                run.Output.Trim());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Another_version_in_the_same_process_has_a_client_of_its_own_and_leaves_the_names_of_types_alone()
    {
        var copy = Directory.CreateTempSubdirectory("zec").FullName;
        try
        {
            Copy(Repository.ModuleFolder, copy);
            foreach (var assembly in Directory.EnumerateFiles(copy, "ZenlayerZec*.dll", SearchOption.AllDirectories))
            {
                SetVersion(assembly, 9);
            }

            var run = await PowerShellProcess.RunAsync($$"""
                $context = [Runtime.Loader.AssemblyLoadContext]::new('other')
                $other = Import-Module -Assembly ($context.LoadFromAssemblyPath('{{Path.Combine(copy, "ZenlayerZec.dll")}}')) -PassThru
                Connect-Zec -Simulator
                (Get-ZecInstance -First 1).GetType().Assembly.GetName().Version.ToString(3)
                [ZecInstance].Assembly.GetName().Version.ToString(3)
                Remove-Module $other
                $list = [psobject].Assembly.GetType('System.Management.Automation.TypeAccelerators')
                $list::Get['ZecInstance'].Assembly.GetName().Version.ToString(3)
                """);

            Assert.Equal(
                [$"9{ZecClient.ModuleVersion[1..]}", ZecClient.ModuleVersion, ZecClient.ModuleVersion],
                run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    /// <summary>A module that is known by its assembly alone has no manifest to differ from.</summary>
    [Fact]
    public async Task An_import_of_the_assembly_itself_is_taken_as_it_is()
    {
        var run = await PowerShellProcess.RunAsync($$"""
            Remove-Module ZenlayerZec
            Import-Module '{{Path.Combine(Repository.ModuleFolder, "ZenlayerZec.dll")}}'
            Connect-Zec -Simulator
            @(Get-ZecInstance -First 2).Count
            """);

        Assert.Equal("2", run.Output.Trim());
    }

    private static void CopyWithVersion(string folder, string version)
    {
        Copy(Repository.ModuleFolder, Path.Combine(folder, "bin"));
        var manifest = File.ReadAllText(Repository.Manifest);
        var other = manifest.Replace($"'{ZecClient.ModuleVersion}'", $"'{version}'", StringComparison.Ordinal);
        Assert.Contains($"'{version}'", other, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "ZenlayerZec.psd1"), other);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>Gives an assembly another major version, and what it refers to of the module too, in the rows of its metadata that say it.</summary>
    private static void SetVersion(string assembly, byte major)
    {
        const int HashAlgorithmSize = 4;
        var bytes = File.ReadAllBytes(assembly);
        using var file = new PEReader(new MemoryStream(bytes));
        var metadata = file.GetMetadataReader();
        bytes[At(TableIndex.Assembly) + HashAlgorithmSize] = major;
        foreach (var (row, handle) in metadata.AssemblyReferences.Index())
        {
            if (metadata.GetString(metadata.GetAssemblyReference(handle).Name).StartsWith("ZenlayerZec", StringComparison.Ordinal))
            {
                bytes[At(TableIndex.AssemblyRef) + (row * metadata.GetTableRowSize(TableIndex.AssemblyRef))] = major;
            }
        }

        File.WriteAllBytes(assembly, bytes);

        int At(TableIndex table) => file.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(table);
    }
}
