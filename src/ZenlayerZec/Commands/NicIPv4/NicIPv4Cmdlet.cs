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
    /// <param name="id">Its ID.</param>
    private protected IEnumerable<string> AddressesOf(string id) => _wanted.Where(wanted => wanted.Id == id).SelectMany(wanted => wanted.Addresses).Distinct();

    private void Gather(string id, ZecObject? thing)
    {
        var account = thing?.Account;
        var wanted = _wanted.FirstOrDefault(one => one.Id == id && (account is null || one.Account is null || one.Account == account));
        if (wanted is null)
        {
            _wanted.Add(wanted = new Wanted(id, account, thing));
        }

        wanted.Addresses.AddRange(Addresses.Where(address => !wanted.Addresses.Contains(address)));
    }

    private sealed record Wanted(string Id, string? Account, ZecObject? Thing)
    {
        public List<string> Addresses { get; } = [];
    }
}
