using ZenlayerZec.Generator.Checks;
using ZenlayerZec.Generator.Client;
using ZenlayerZec.Generator.Cmdlets;
using ZenlayerZec.Generator.Facts;
using ZenlayerZec.Generator.Nouns;
using ZenlayerZec.Generator.Output;
using ZenlayerZec.Generator.Simulator;
using ZenlayerZec.Generator.Views;

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
        var nouns = NounReader.ReadAll(root);
        UndecidedActions.Check(root, actions, nouns);
        ManifestCmdlets.Check(root, CmdletNames.Read(root, nouns));
        var files = new GeneratedFiles(output);
        ContractSource.Add(files, actions);
        ActionNameSource.Add(files, actions.Keys, nouns);
        var client = new ClientDescription(actions, nouns, Phrases.Read(root));
        ClientSource.Add(files, client);
        CmdletSource.Add(files, client);
        ViewSource.Add(files, client, new WrittenViews(root));
        files.Write();
    }
}
