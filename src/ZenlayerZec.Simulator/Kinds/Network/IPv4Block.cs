using System.Globalization;
using System.Text.RegularExpressions;

namespace ZenlayerZec.Simulator.Kinds.Network;

/// <summary>A block of IPv4 addresses.</summary>
/// <param name="First">The first address, as a number.</param>
/// <param name="Length">How many bits of it all addresses have in common.</param>
internal readonly record struct IPv4Block(uint First, int Length)
{
    private static readonly Regex Form = new(@"^([0-9]{1,3})\.([0-9]{1,3})\.([0-9]{1,3})\.([0-9]{1,3})/([0-9]{1,2})\z", RegexOptions.CultureInvariant);

    private uint Mask => Length == 0 ? 0 : uint.MaxValue << (32 - Length);

    /// <summary>The first address after the block's own, which is its gateway.</summary>
    public string Gateway => Text(First + 1);

    /// <summary>The addresses that something in it can have: all but its own, its gateway, and the last, which reaches all.</summary>
    public IEnumerable<string> Usable
    {
        get
        {
            var last = First | ~Mask;
            for (var address = First + 2; address < last; address++)
            {
                yield return Text(address);
            }
        }
    }

    /// <summary>Whether something in it can have an address.</summary>
    public bool CanGive(string address) => Read($"{address}/32") is { } one && Contains(one) && one.First > First + 1 && one.First < (First | ~Mask);

    /// <summary>Reads a block such as <c>10.1.0.0/16</c>; null where a text is none, or names an address within a block.</summary>
    public static IPv4Block? Read(string? text)
    {
        if (text is null || Form.Match(text) is not { Success: true } match)
        {
            return null;
        }

        uint[] parts = [.. Enumerable.Range(1, 5).Select(part => uint.Parse(match.Groups[part].Value, CultureInfo.InvariantCulture))];
        if (parts[4] > 32 || parts.Take(4).Any(part => part > 255))
        {
            return null;
        }

        var block = new IPv4Block((parts[0] << 24) | (parts[1] << 16) | (parts[2] << 8) | parts[3], (int)parts[4]);
        return (block.First & block.Mask) == block.First ? block : null;
    }

    private static string Text(uint address)
        => string.Format(CultureInfo.InvariantCulture, "{0}.{1}.{2}.{3}", address >> 24, address >> 16 & 255, address >> 8 & 255, address & 255);

    /// <summary>Whether all addresses of another block are in this one.</summary>
    public bool Contains(IPv4Block other) => other.Length >= Length && (other.First & Mask) == First;

    /// <summary>Whether an address is in both.</summary>
    public bool Overlaps(IPv4Block other) => Contains(other) || other.Contains(this);
}
