using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace ZenlayerZec.Loading;

/// <summary>
/// Finds the module's client: the build for .NET in <c>core/</c>, the one for .NET Framework in <c>desktop/</c>. PowerShell runs this on
/// import; the client is loaded then for its types, which scripts can name, and nothing of it runs.
/// </summary>
public sealed class ModuleAssemblies : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private const int OldestDotNet = 8;

    private static readonly Assembly Module = typeof(ModuleAssemblies).Assembly;
    private static readonly object Gate = new();
    private static ResolveEventHandler? _handler;

    /// <inheritdoc/>
    public void OnImport()
    {
        var contextType = Type.GetType("System.Runtime.Loader.AssemblyLoadContext", throwOnError: false);
        if (contextType is not null && Environment.Version.Major < OldestDotNet)
        {
            throw new PlatformNotSupportedException(
                $"ZenlayerZec needs PowerShell 7.4 or later, or Windows PowerShell 5.1. This one runs on .NET {Environment.Version.ToString(2)}.");
        }

        lock (Gate)
        {
            if (_handler is null)
            {
                _handler = contextType is null ? Desktop(Folder("desktop")) : Core(contextType, Folder("core"));
                AppDomain.CurrentDomain.AssemblyResolve += _handler;
            }
        }

        Try(TypeNames.Add);
    }

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => Try(TypeNames.Remove);

    /// <summary>The names of types are a convenience: where they cannot be had, the cmdlets work without them, or say what is wrong.</summary>
    private static void Try(Action<Runspace?> change)
    {
        try
        {
            change(Runspace.DefaultRunspace);
        }
        catch (Exception)
        {
            // Such as a client whose files are not there.
        }
    }

    private static string Folder(string name) => Path.Combine(Path.GetDirectoryName(Module.Location)!, name);

    /// <summary>
    /// A load context of our own, so that the module's libraries never meet another module's versions. By reflection, since
    /// netstandard2.0 does not know the type; an assembly loaded into the context is found there before anywhere else.
    /// </summary>
    private static ResolveEventHandler Core(Type contextType, string folder)
    {
        var load = new Lazy<Func<string, Assembly>>(() =>
        {
            var context = Activator.CreateInstance(contextType, nameof(ZenlayerZec), /* isCollectible */ false);
            var fromPath = (Func<string, Assembly>)contextType.GetMethod("LoadFromAssemblyPath")
                .CreateDelegate(typeof(Func<string, Assembly>), context);
            fromPath(Path.Combine(folder, "Polly.Core.dll"));
            fromPath(Path.Combine(folder, "ZenlayerZec.Client.dll"));
            return fromPath;
        });
        return (_, request) => IsOurs(request.Name) ? load.Value(Path.Combine(folder, $"{new AssemblyName(request.Name).Name}.dll")) : null;
    }

    /// <summary>
    /// .NET Framework binds to exact versions, and a module cannot bring binding redirects: whatever the module's libraries ask
    /// for is served from their folder, by name.
    /// </summary>
    private static ResolveEventHandler Desktop(string folder) => (_, request) =>
    {
        var fromFolder = request.RequestingAssembly is { IsDynamic: false } asking
            && string.Equals(Path.GetDirectoryName(asking.Location), folder, StringComparison.OrdinalIgnoreCase);
        var path = Path.Combine(folder, $"{new AssemblyName(request.Name).Name}.dll");
        return (fromFolder || IsOurs(request.Name)) && File.Exists(path) ? Assembly.LoadFrom(path) : null;
    };

    /// <summary>
    /// Whoever asks gets the client, such as a script that names one of its types; but only this version of it: what belongs to another
    /// version of the module is served by that one.
    /// </summary>
    private static bool IsOurs(string requested)
    {
        var name = new AssemblyName(requested);
        return name.Name is "ZenlayerZec.Client" or "ZenlayerZec.Simulator" && (name.Version is null || name.Version == Module.GetName().Version);
    }
}
