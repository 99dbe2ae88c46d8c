namespace ZenlayerZec.Shell;

/// <summary>The built module's manifest, in the root of the checkout that the shell was built from.</summary>
internal static class ModuleManifest
{
    private const string Name = "ZenlayerZec.psd1";

    /// <summary>Looks in the folders above the program.</summary>
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, Name) is var path && File.Exists(path))
            {
                return path;
            }
        }

        throw new FileNotFoundException(
            $"No folder above {AppContext.BaseDirectory} has a {Name}. Run the shell from a checkout, in its root: "
            + "dotnet run --project src/ZenlayerZec.Shell");
    }
}
