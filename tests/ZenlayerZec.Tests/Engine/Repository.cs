namespace ZenlayerZec.Tests.Engine;

/// <summary>Where the checkout under test lies.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Manifest { get; } = Path.Combine(Root, "ZenlayerZec.psd1");

    public static string ModuleFolder { get; } = Path.Combine(Root, "bin");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ZenlayerZec.psd1")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run from inside the checkout.");
    }
}
