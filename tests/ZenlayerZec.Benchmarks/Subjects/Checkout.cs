namespace ZenlayerZec.Benchmarks.Subjects;

/// <summary>Where the built things lie.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    public static string Manifest { get; } = Path.Combine(Root, "ZenlayerZec.psd1");

    public static string EmptyManifest { get; } = Built("ZenlayerZec.EmptyModule", "EmptyModule.psd1");

    /// <summary>The same module with a file of types and a file of views, one of each in it.</summary>
    public static string ViewManifest { get; } = Built("ZenlayerZec.EmptyModule", "ModuleWithViews.psd1");

    public static string Server { get; } = Built("ZenlayerZec.SimulatorServer", "ZenlayerZec.SimulatorServer.dll");

    private static string Built(string project, string file)
        => Path.Combine(Root, "artifacts", "bin", project, Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), file);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ZenlayerZec.psd1")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The benchmarks run from inside the checkout.");
    }
}
