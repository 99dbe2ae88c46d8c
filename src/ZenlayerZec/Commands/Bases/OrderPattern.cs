using System.Globalization;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Batching;
using ZenlayerZec.Client.Kinds;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Client.Text;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands.Bases;

/// <summary>
/// What an order takes over from an instance that is its pattern: what the order names itself stays. A password is not known to anybody, and not taken
/// over.
/// </summary>
internal static class OrderPattern
{
    /// <summary>Takes it over.</summary>
    /// <param name="order">The order.</param>
    /// <param name="pattern">The instance.</param>
    /// <param name="protection">
    /// The tags that protect in the account. One that says nothing else is left out: nobody said that the new instances are to be kept.
    /// </param>
    /// <returns>The reason why the pattern is none, as a sentence; null where it is one. What it lacks would be left to a default of the service.</returns>
    public static string? Fill(CreateZecInstancesRequest order, ZecInstance pattern, IReadOnlyList<ProtectedTag> protection)
    {
        order.ZoneId ??= Said(pattern.ZoneId);
        order.InstanceType ??= Said(pattern.InstanceType);
        order.SubnetId ??= Said(pattern.SubnetId);
        order.SecurityGroupId ??= Said(pattern.SecurityGroupId);
        order.KeyId ??= order.Password is null ? Said(pattern.KeyId) : null;
        order.TimeZone ??= Said(pattern.TimeZone);
        order.Tags ??= InstanceKind.Kind.TagsOf(pattern)?.Where(tag => !protection.Any(one => one.IsOnly(tag.Key)))
            .ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal);
        var lacks = order switch
        {
            { ZoneId: null } => nameof(order.ZoneId),
            { InstanceType: null } => nameof(order.InstanceType),
            { SubnetId: null } => nameof(order.SubnetId),
            { SecurityGroupId: null } => nameof(order.SecurityGroupId),
            { TimeZone: null } => nameof(order.TimeZone),
            { Tags: null } => "Tag",
            _ => null,
        };
        if (lacks is null)
        {
            return null;
        }

        var hint = lacks == nameof(order.InstanceType) && pattern.ZoneId is not null ? " The service does not say the type of an instance with a GPU." : string.Empty;
        return VisibleText.Of($"The pattern {InstanceKind.Kind.DisplayName(pattern)} does not say what -{lacks} is to be.{hint} Read it with Get-ZecInstance, or give -{lacks}.");
    }

    /// <summary>An empty text says nothing.</summary>
    private static string? Said(string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>What was taken over, in words, to be looked at before it is ordered.</summary>
    public static string Words(CreateZecInstancesRequest order, ZecInstance pattern) => VisibleText.Of(string.Format(
        CultureInfo.InvariantCulture,
        ", like {0}: subnet {1}, security group {2}, {3}time zone {4}, {5}",
        InstanceKind.Kind.DisplayName(pattern),
        order.SubnetId,
        order.SecurityGroupId,
        order.KeyId is { } key ? $"key {key}, " : string.Empty,
        order.TimeZone,
        order.Tags is { Count: > 0 } tags ? $"tags {string.Join("; ", tags.Select(tag => $"{tag.Key}={tag.Value}"))}" : "no tags"));
}
