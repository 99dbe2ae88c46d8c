using ZenlayerZec.Generator.Checks;
using ZenlayerZec.Generator.Import;
using ZenlayerZec.Generator.Nouns;
using ZenlayerZec.Generator.Yaml;

namespace ZenlayerZec.Generator;

/// <summary>The commands of the generator.</summary>
internal static class Program
{
    private const string Usage = """
        The description of the API, and what is made of it.

          import FOLDER   reads the vendor's descriptions in FOLDER, writes their facts to api/actions, and shows what changed
          manifest        writes the names of the cmdlets into ZenlayerZec.psd1
          build OUTPUT    makes the code of api/ in the folder OUTPUT; the build does this by itself
        """;

    private static int Main(string[] arguments)
    {
        try
        {
            switch (arguments)
            {
                case ["import", var folder]:
                    Console.WriteLine($"{ImportCommand.Run(Environment.CurrentDirectory, folder, Console.Out)} actions are described in api/actions.");
                    return 0;
                case ["manifest"]:
                    ManifestCmdlets.Renew(Environment.CurrentDirectory, CmdletNames.Read(Environment.CurrentDirectory, NounReader.ReadAll(Environment.CurrentDirectory)));
                    return 0;
                case ["build", var output]:
                    BuildCommand.Run(Environment.CurrentDirectory, output);
                    return 0;
                default:
                    Console.Error.WriteLine(Usage);
                    return 2;
            }
        }
        catch (DescriptionException fault)
        {
            Console.Error.WriteLine(fault.Message);
            return 1;
        }
    }
}
