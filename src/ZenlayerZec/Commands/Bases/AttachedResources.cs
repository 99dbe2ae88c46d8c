using System.Globalization;
using ZenlayerZec.Client.Costs;
using ZenlayerZec.Client.Models;

namespace ZenlayerZec.Commands.Bases;

/// <summary>
/// What a release takes with the instances and what it leaves, as far as the objects say it: the question and -WhatIf name it, since it is
/// paid for, and its data is lost.
/// </summary>
/// <param name="keeps">Whether what can be kept is kept.</param>
/// <param name="purges">Whether the disks and elastic IPs are deleted from their recycle bins afterwards.</param>
internal sealed class AttachedResources(bool keeps, bool purges = false)
{
    /// <summary>So many addresses stand in one sentence.</summary>
    private const int MostNamed = 4;

    private readonly List<string> _addresses = [];
    private int _unknown;
    private int _interfaces;
    private Disks _fixed;
    private Disks _detachable;

    /// <summary>What one instance has.</summary>
    /// <param name="keeps">Whether what can be kept is kept.</param>
    /// <param name="purges">Whether the disks and elastic IPs are deleted from their recycle bins afterwards.</param>
    /// <param name="instance">The instance; null for an ID alone, of which nothing is known.</param>
    public AttachedResources(bool keeps, bool purges, ZecInstance? instance)
        : this(keeps, purges) => Add(instance);

    /// <summary>How many instances were added.</summary>
    public int Instances { get; private set; }

    /// <summary>Adds what an instance has.</summary>
    /// <param name="instance">The instance; null for an ID alone, of which nothing is known.</param>
    public void Add(ZecInstance? instance)
    {
        Instances++;

        if (instance is null || !InstanceDependents.IsWhole(instance))
        {
            _unknown++;
            return;
        }

        if (instance.SystemDisk is { } system)
        {
            _fixed.Add(system.SizeGiB);
        }

        foreach (var disk in instance.DataDisks)
        {
            (disk.Portable == true ? ref _detachable : ref _fixed).Add(disk.SizeGiB);
        }

        _addresses.AddRange(instance.PublicIpAddresses);
        _interfaces += new Holding(instance).SecondaryNics.Count();
    }

    /// <summary>What is done to one instance, such as <c>Release the instance, its 2 disks (140 GiB) and 1 elastic IP (203.0.113.7)</c>.</summary>
    /// <param name="verb">What is done, such as <c>Release</c>.</param>
    public string Question(string verb) => $"{Release(verb)}{Purged("its")}";

    private string Release(string verb) => (_unknown > 0, keeps) switch
    {
        (true, false) => $"{verb} the instance and whatever is attached to it",
        (true, true) => $"{verb} the instance; keep, and continue to pay for, its elastic IPs other than the default one, its detachable disks and its "
            + "secondary interfaces",
        (_, false) => $"{verb} {Listed("the instance", Its(_fixed.And(_detachable)), Addresses(isNamed: true), Interfaces)}",
        _ => $"{verb} {Listed("the instance", Its(_fixed))}{Kept(isNamed: true)}",
    };

    /// <summary>What is done to all of them, such as <c>In total: 12 instances, 14 disks (1,400 GiB) and 9 elastic IPs.</c></summary>
    public string Total()
    {
        var instances = Counted(Instances, "instance");
        var gone = keeps ? Listed(instances, _fixed.Text("disk"))
            : Listed(instances, _fixed.And(_detachable).Text("disk"), Addresses(isNamed: false), Interfaces);
        return $"In total: {gone}{(keeps ? Kept(isNamed: false) : Purged("the"))}{(_unknown == 0 ? string.Empty : $"; what is attached to {Unknown} is not known")}.";
    }

    private string Unknown => _unknown < Instances ? $"{_unknown.ToString("#,0", CultureInfo.InvariantCulture)} of them" : _unknown == 1 ? "it" : "them";

    private string Interfaces => Counted(_interfaces, "secondary interface");

    private string Kept(bool isNamed)
    {
        var kept = Listed(_detachable.Text("detachable disk"), Addresses(isNamed), Interfaces);
        return kept.Length == 0 ? string.Empty : $"; keep, and continue to pay for, {kept}";
    }

    /// <summary>What is deleted from the recycle bins; of an instance that says nothing, whatever there is.</summary>
    private string Purged(string whose)
    {
        var known = Listed(_fixed.And(_detachable).Text("disk"), Counted(_addresses.Count, "elastic IP"));
        return !purges || (known.Length == 0 && _unknown == 0) ? string.Empty
            : $"; then delete {whose} {(_unknown > 0 && known.Length == 0 ? "disks and elastic IPs" : known)} permanently, out of their recycle bins";
    }

    private static string Its(Disks disks) => disks.Count == 0 ? string.Empty : $"its {disks.Text("disk")}";

    /// <summary>An instance's default IP goes with it in any case, and the object does not say which one that is.</summary>
    private string Addresses(bool isNamed)
    {
        var count = Counted(_addresses.Count, "elastic IP");
        string[] details = [.. new[] { isNamed ? Named : string.Empty, keeps ? "but not a default one" : string.Empty }.Where(text => text.Length > 0)];
        return count.Length == 0 || details.Length == 0 ? count : $"{count} ({string.Join(", ", details)})";
    }

    private string Named => _addresses.Count <= MostNamed ? string.Join(", ", _addresses)
        : $"{string.Join(", ", _addresses.Take(MostNamed))} and {_addresses.Count - MostNamed} more";

    private static string Counted(int count, string noun) => count == 0 ? string.Empty
        : string.Format(CultureInfo.InvariantCulture, count == 1 ? "1 {1}" : "{0:#,0} {1}s", count, noun);

    private static string Listed(params string[] parts)
    {
        var named = parts.Where(part => part.Length > 0).ToArray();
        return named.Length < 2 ? string.Concat(named) : $"{string.Join(", ", named.Take(named.Length - 1))} and {named[named.Length - 1]}";
    }

    /// <summary>A number of disks and their size together, as far as every one of them has a size.</summary>
    private struct Disks
    {
        private long _size;
        private bool _isVague;

        public int Count { get; private set; }

        public void Add(int? size)
        {
            Count++;
            _size += size ?? 0;
            _isVague |= size is null;
        }

        public readonly Disks And(Disks other) => new() { Count = Count + other.Count, _size = _size + other._size, _isVague = _isVague || other._isVague };

        public readonly string Text(string noun) => Counted(Count, noun) is not { Length: > 0 } count || _isVague ? Counted(Count, noun)
            : string.Format(CultureInfo.InvariantCulture, "{0} ({1:#,0} GiB)", count, _size);
    }
}
