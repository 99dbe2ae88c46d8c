using System.Collections;
using ZenlayerZec.Client.Credentials;
using ZenlayerZec.Client.Errors;

namespace ZenlayerZec.Completion;

/// <summary>Completes the name of a profile of the credentials file. A file that cannot be read has none; the command will say why.</summary>
internal sealed class ProfileNameCompleter : Completer
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Suggestion> Suggest(IDictionary bound)
    {
        try
        {
            return [.. new CredentialSearch().ProfileNames().Select(name => new Suggestion(name))];
        }
        catch (ZecConfigurationException)
        {
            return [];
        }
    }
}
