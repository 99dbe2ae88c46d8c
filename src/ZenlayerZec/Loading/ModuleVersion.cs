using System.Management.Automation;
using System.Reflection;
using ZenlayerZec.Client;

namespace ZenlayerZec.Loading;

/// <summary>
/// Compares the versions of what acts together. A process loads an assembly once: where another version of the module is imported into the
/// same session, or its files are replaced under it, the manifest promises one version and the code of another runs.
/// </summary>
internal static class ModuleVersion
{
    /// <summary>Why the module cannot be used, as a sentence; null where it can.</summary>
    /// <param name="imported">The module that the command came with; null where it came without one.</param>
    public static string? Fault(PSModuleInfo? imported)
    {
        var loaded = Of(typeof(ModuleVersion).Assembly);
        if (imported?.Name == nameof(ZenlayerZec) && Of(imported.Version) is var wanted && wanted != loaded)
        {
            return $"Version {loaded} of ZenlayerZec is loaded, and version {wanted} was imported; start a new session.";
        }

        var client = Of(typeof(ZecClient).Assembly);
        return client == loaded ? null
            : $"Version {loaded} of ZenlayerZec is loaded, and its files were replaced by version {client} meanwhile; start a new session.";
    }

    private static Version Of(Assembly assembly) => Of(assembly.GetName().Version);

    /// <summary>Three numbers, since a manifest may say two, and an assembly says four.</summary>
    private static Version Of(Version version) => new(version.Major, version.Minor, Math.Max(0, version.Build));
}
