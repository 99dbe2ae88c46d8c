using System.Reflection;
using System.Runtime.CompilerServices;
using ZenlayerZec.Loading;

namespace ZenlayerZec.DesktopProgram;

/// <summary>Loads the module as an engine does, and then uses it. Nothing here may name a type of the client, which is not found yet.</summary>
internal static class Program
{
    /// <param name="arguments">The module's folder, the access key's ID and its secret, the endpoint, and one whose answers stall.</param>
    private static async Task<int> Main(string[] arguments)
    {
        // As an engine does: it loads the module by its path, and later finds by name what is loaded already.
        var module = Assembly.LoadFrom(Path.Combine(arguments[0], "ZenlayerZec.dll"));
        AppDomain.CurrentDomain.AssemblyResolve += (_, request) => AppDomain.CurrentDomain.GetAssemblies()
            .FirstOrDefault(assembly => assembly.GetName().Name == new AssemblyName(request.Name).Name);
        Import();

        // The cmdlets' properties have types of the client, which nothing but the module's loader can find.
        _ = module.GetTypes().SelectMany(type => type.GetProperties()).Select(property => property.PropertyType).ToArray();
        await Flagship.RunAsync(arguments[1], arguments[2], arguments[3]).ConfigureAwait(false);
        await Failures.RunAsync(arguments[1], arguments[2], arguments[4]).ConfigureAwait(false);
        await Failures.RunAsync(arguments[1], arguments[2], "http://127.0.0.1:1").ConfigureAwait(false);
        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Import() => new ModuleAssemblies().OnImport();
}
