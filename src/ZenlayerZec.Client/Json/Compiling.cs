using System.Runtime.CompilerServices;

namespace ZenlayerZec.Client.Json;

/// <summary>
/// How those methods are compiled that every value of an answer goes through. .NET begins with a quick version of each method, and replaces it
/// while the program runs; the first list of 10,000 would be read by the quick ones.
/// </summary>
internal static class Compiling
{
    /// <summary>Optimized at the first call. Netstandard does not know the name, AggressiveOptimization, and .NET Framework does not look at it.</summary>
    public const MethodImplOptions AtOnce = (MethodImplOptions)512;
}
