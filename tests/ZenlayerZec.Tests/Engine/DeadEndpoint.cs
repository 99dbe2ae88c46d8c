using System.Runtime.CompilerServices;

namespace ZenlayerZec.Tests.Engine;

/// <summary>
/// Where requests go that name no other place: to a port of this machine on which nothing listens. A developer's own profile or
/// environment would otherwise lead a test that forgets its simulator to real instances. Nor does a test write into the developer's own
/// journal: one that needs a journal names a folder for it.
/// </summary>
internal static class DeadEndpoint
{
    public const string Variable = "ZENLAYER_ENDPOINT";

    public const string Url = "http://127.0.0.1:9";

    public const string JournalVariable = "ZENLAYERZEC_JOURNAL";

    public const string JournalOff = "off";

    private const string Prefix = "ZENLAYER_";

    /// <summary>Holds for every session of this process, whichever test opens it.</summary>
#pragma warning disable CA2255
    [ModuleInitializer]
#pragma warning restore CA2255
    public static void SetForThisProcess()
    {
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(IsVendors).ToArray())
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        Environment.SetEnvironmentVariable(Variable, Url);
        Environment.SetEnvironmentVariable(JournalVariable, JournalOff);
    }

    /// <summary>Holds for a process that is about to start.</summary>
    /// <param name="environment">Its environment.</param>
    public static void SetFor(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(IsVendors).ToArray())
        {
            environment.Remove(name);
        }

        environment[Variable] = Url;
        environment[JournalVariable] = JournalOff;
    }

    private static bool IsVendors(string name) => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);
}
