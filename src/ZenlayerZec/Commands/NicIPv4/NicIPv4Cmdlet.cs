using ZenlayerZec.Client;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Commands.Bases;

namespace ZenlayerZec.Commands.NicIPv4;

/// <summary>
/// The base of the cmdlets that give private IPv4 addresses to network interfaces, or take them away. Records may bring one address each: all those of a
/// network interface go in one request.
/// </summary>
public abstract class NicIPv4Cmdlet : WriteCmdlet
{
    private readonly List<Wanted> _wanted = [];
    private readonly Dictionary<(string Account, string Id), Wanted> _byId = [];
    private string[] _addresses = [];

    /// <summary>The addresses of the parameter, as they are with a record; none where addresses are not named.</summary>
    private protected abstract string[] Addresses { get; }

    /// <summary>The addresses of the network interface that is asked about.</summary>
    private protected IReadOnlyList<string> AddressesAtHand => _addresses;

    /// <summary>The addresses as they stand in a question.</summary>
    private protected string AddressText => string.Join(", ", _addresses);

    private protected override string? ValueAtHand => _addresses.Length == 0 ? null : AddressText;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName.StartsWith(ObjectSet, StringComparison.Ordinal))
        {
            foreach (var thing in Things)
            {
                Gather(NicKind.Kind.IdOf(thing), thing);
            }

            return;
        }

        foreach (var id in Ids)
        {
            Gather(id, null);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var wanted in _wanted)
        {
            _addresses = [.. wanted.Addresses];
            Take(wanted.Id, wanted.Thing);
        }

        _addresses = [];
        base.EndProcessing();
    }

    /// <summary>The addresses that were named for a network interface.</summary>
    /// <param name="client">The connection to its account.</param>
    /// <param name="id">Its ID.</param>
    private protected IReadOnlyList<string> AddressesOf(ZecClient client, string id) => _byId[(client.Options.Account, id)].Addresses;

    private void Gather(string id, ZecObject? thing)
    {
        // The same ID in another account is another network interface. One of an account that is not asked for is an error by now.
        if (ClientOf(NicKind.Kind, thing) is not { } client)
        {
            return;
        }

        var key = (client.Options.Account, id);
        if (!_byId.TryGetValue(key, out var wanted))
        {
            _byId.Add(key, wanted = new Wanted(id, thing));
            _wanted.Add(wanted);
        }

        wanted.Addresses.AddRange(Addresses.Where(address => !wanted.Addresses.Contains(address)));
    }

    private sealed record Wanted(string Id, ZecObject? Thing)
    {
        public List<string> Addresses { get; } = [];
    }
}
