using ZenlayerZec.Generator.Client;
using ZenlayerZec.Generator.Facts;
using ZenlayerZec.Generator.Nouns;
using ZenlayerZec.Generator.Output;
using ZenlayerZec.Generator.Simulator;

namespace ZenlayerZec.Generator;

/// <summary>Makes the code of the description. The same description gives the same bytes on every machine.</summary>
internal static class BuildCommand
{
    /// <summary>Makes the code.</summary>
    /// <param name="root">The root of the repository.</param>
    /// <param name="output">The folder for it.</param>
    /// <exception cref="Yaml.DescriptionException">The description has a mistake.</exception>
    public static void Run(string root, string output)
    {
        var actions = FactsReader.ReadAll(root);
        var files = new GeneratedFiles(output);
        ContractSource.Add(files, actions);
        ClientSource.Add(files, new ClientDescription(actions, NounReader.ReadAll(root), Phrases.Read(root)));
        files.Write();
    }
}
