using System.Text.RegularExpressions;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Kinds.Disks;

/// <summary>What a disk may be called.</summary>
internal static class DiskNames
{
    private static readonly Regex Name = new("^[A-Za-z0-9][A-Za-z0-9.-]*\\z", RegexOptions.CultureInvariant);

    public static ServiceRefusal? Refuse(string name) => Name.IsMatch(name)
        ? null
        : FormRefusals.Pattern("diskName starts with a letter or a digit, and may have letters, digits, hyphens and periods.");
}
