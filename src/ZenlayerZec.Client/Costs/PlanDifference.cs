using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Text;

namespace ZenlayerZec.Client.Costs;

/// <summary>
/// What has changed since a release plan was made, in what it shows of the instance. How the instance is called, how it stands and what it costs is no
/// difference: the release does the same.
/// </summary>
internal static class PlanDifference
{
    /// <summary>So many differences stand in one sentence.</summary>
    private const int MostNamed = 3;

    private const string Advice = "(make the plan again with Get-ZecReleasePlan)";

    /// <summary>The differences, as the end of a sentence that begins with "it"; null where there are none.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="now">The instance as it is now.</param>
    /// <param name="eips">The elastic IPs that the plan names, as they are now.</param>
    /// <param name="disks">The disks that the plan shows in the recycle bin and the instance still names, as they are now.</param>
    public static string? Of(
        ZecReleasePlan plan, ZecInstance now, IReadOnlyDictionary<string, ZecObject> eips, IReadOnlyDictionary<string, ZecObject> disks)
    {
        // What was in the recycle bin, or on its way out, goes by no plan.
        if (!plan.Goes.Any(thing => thing.Id == plan.InstanceId))
        {
            return $"has a plan by which it does not go {Advice}";
        }

        string[] differences = [.. Disks(plan, now, disks), .. Nics(plan, now), .. Addresses(plan, now), .. Eips(plan, now, eips)];
        return differences.Length switch
        {
            0 => null,
            <= MostNamed => $"{string.Join(" and ", differences)} {Advice}",
            _ => $"{string.Join(", ", differences.Take(MostNamed))} and differs in {differences.Length - MostNamed} more things {Advice}",
        };
    }

    /// <summary>What a plan shows to go though a tag protects it, as the end of such a sentence; null where nothing does.</summary>
    /// <param name="plan">The plan.</param>
    public static string? Protected(ZecReleasePlan plan)
        => plan.Goes.FirstOrDefault(thing => thing.ProtectedTag is not null && thing.Id != plan.InstanceId) is { } kept
            ? VisibleText.Of($"would take the {Dependents.ResourceOf(kept.Kind).Noun} {kept.Id} with it, which has the protected tag {kept.ProtectedTag} (-IncludeProtected)")
            : null;

    /// <summary>The elastic IPs that a plan names, also those that it shows in the recycle bin: they may be out of it by now.</summary>
    /// <param name="plan">The plan.</param>
    public static IEnumerable<string> EipsOf(ZecReleasePlan plan)
        => Shown(plan, InstanceDependents.Eip).Concat(Binned(plan, InstanceDependents.Eip)).Select(thing => thing.Id);

    /// <summary>The disks that a plan shows in the recycle bin, and that the instance still names.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="now">The instance as it is now.</param>
    public static IEnumerable<string> BinnedDisksOf(ZecReleasePlan plan, ZecInstance now)
        => Binned(plan, InstanceDependents.Disk).Select(thing => thing.Id).Intersect(DependentLists.DisksOf(now), StringComparer.Ordinal);

    private static IEnumerable<string> Disks(ZecReleasePlan plan, ZecInstance now, IReadOnlyDictionary<string, ZecObject> disks)
    {
        string[] shown = [.. Shown(plan, InstanceDependents.Disk).Select(thing => thing.Id)];

        // The instance may still name a disk that is in the recycle bin, where it was when the plan was made.
        var binned = BinnedDisksOf(plan, now).Where(id => !IsBack(DiskKind.Kind, disks, id));
        foreach (var difference in Differences("disk", shown, [.. DependentLists.DisksOf(now).Except(binned, StringComparer.Ordinal)]))
        {
            yield return difference;
        }

        // Whether a disk can be detached decides whether it is kept.
        foreach (var disk in now.DataDisks.Where(disk => plan.KeepDependentResource && disk.Portable is not null && shown.Contains(disk.DiskId, StringComparer.Ordinal)))
        {
            if (plan.Stays.Any(thing => thing.Kind == InstanceDependents.Disk && thing.Id == disk.DiskId) != disk.Portable)
            {
                yield return $"would {(disk.Portable == true ? "keep" : "not keep")} the disk {disk.DiskId} now";
            }
        }
    }

    private static IEnumerable<string> Nics(ZecReleasePlan plan, ZecInstance now) => Differences(
        "secondary network interface",
        [.. Shown(plan, InstanceDependents.Nic).Select(thing => thing.Id)],
        [.. new Holding(now).SecondaryNics.Select(nic => nic.NicId)]);

    /// <summary>An address more is a difference; one that went is one where the plan does not know the elastic IPs by their IDs.</summary>
    private static IEnumerable<string> Addresses(ZecReleasePlan plan, ZecInstance now)
    {
        ZecDependent[] eips = [.. Shown(plan, InstanceDependents.Eip)];
        string[] named = [.. eips.SelectMany(eip => (eip.Detail ?? string.Empty).Split(' ')).Concat(plan.Instance.PublicIpAddresses)];
        return now.PublicIpAddresses.Except(named, StringComparer.Ordinal).Select(address => $"has the address {address} now, which its plan does not show")
            .Concat(eips.Length > 0 ? [] : plan.Instance.PublicIpAddresses.Except(now.PublicIpAddresses, StringComparer.Ordinal).Select(address => $"no longer has the address {address}"));
    }

    private static IEnumerable<string> Eips(ZecReleasePlan plan, ZecInstance now, IReadOnlyDictionary<string, ZecObject> eips)
    {
        foreach (var id in Binned(plan, InstanceDependents.Eip).Select(thing => thing.Id).Where(id => IsBack(EipKind.Kind, eips, id) && IsOf((ZecEip)eips[id], now)))
        {
            yield return $"has the elastic IP {id} now, which its plan shows in the recycle bin";
        }

        foreach (var id in Shown(plan, InstanceDependents.Eip).Select(thing => thing.Id))
        {
            if (!eips.TryGetValue(id, out var found) || found is not ZecEip eip || !IsOf(eip, now))
            {
                yield return $"no longer has the elastic IP {id}";
            }
            else if (plan.KeepDependentResource && eip.IsDefault is { } isDefault && isDefault == plan.Stays.Any(thing => thing.Kind == InstanceDependents.Eip && thing.Id == id))
            {
                yield return $"would {(isDefault ? "not keep" : "keep")} the elastic IP {id} now";
            }
        }
    }

    /// <summary>Whether an elastic IP is bound to an instance: it says so itself, or names an interface of it.</summary>
    private static bool IsOf(ZecEip eip, ZecInstance instance)
    {
        var holdings = new Holdings([instance]);
        holdings.Add(new Found<ZecEip>([eip], Lack: null));
        return holdings.All[0].Eips.Count > 0;
    }

    /// <summary>Whether a thing that was in the recycle bin is not there any more.</summary>
    private static bool IsBack(ResourceKind kind, IReadOnlyDictionary<string, ZecObject> found, string id)
        => found.TryGetValue(id, out var thing) && !kind.States.IsOnWayOut(kind.StateOf(thing));

    private static IEnumerable<ZecDependent> Binned(ZecReleasePlan plan, string kind) => plan.RecycleBin.Where(thing => thing.Kind == kind);

    private static IEnumerable<ZecDependent> Shown(ZecReleasePlan plan, string kind) => plan.Goes.Concat(plan.Stays).Where(thing => thing.Kind == kind);

    private static IEnumerable<string> Differences(string noun, IReadOnlyList<string> before, IReadOnlyList<string> after)
        => after.Except(before, StringComparer.Ordinal).Select(id => $"has the {noun} {id} now, which its plan does not show")
            .Concat(before.Except(after, StringComparer.Ordinal).Select(id => $"no longer has the {noun} {id}"));
}
