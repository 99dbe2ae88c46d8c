using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;

namespace ZenlayerZec.HelpBuilder.Cmdlets;

/// <summary>Finds the cmdlets of a built module. It is loaded and not imported: only the constructors of its cmdlets run.</summary>
internal static class ModuleCmdlets
{
    public static IReadOnlyList<CmdletFacts> Of(string assembly)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(assembly))!;
        Assembly? Find(AssemblyLoadContext context, AssemblyName name)
            => Path.Combine(folder, "core", $"{name.Name}.dll") is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;

        var comments = DocComments.Of(assembly);
        AssemblyLoadContext.Default.Resolving += Find;
        try
        {
            return [.. Assembly.LoadFrom(assembly).GetExportedTypes()
                .Where(type => type.IsDefined(typeof(CmdletAttribute), inherit: false))
                .Select(type => new CmdletFacts(type, comments))
                .OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal)];
        }
        finally
        {
            AssemblyLoadContext.Default.Resolving -= Find;
        }
    }
}
