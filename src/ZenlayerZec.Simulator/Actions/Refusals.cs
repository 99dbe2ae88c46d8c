using System.Text.RegularExpressions;
using ZenlayerZec.Simulator.Contract;
using ZenlayerZec.Simulator.Fleet;
using ZenlayerZec.Simulator.Wire;

namespace ZenlayerZec.Simulator.Actions;

/// <summary>The refusals that several actions share, with the codes that the documentation has for them.</summary>
internal static class Refusals
{
    private static readonly Regex Name = new("^[A-Za-z0-9.-]+\\z", RegexOptions.CultureInvariant);

    private static readonly Regex Password = new(
        @"^(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])(?=.*[~!@$^*\-_=+|;:,.?])[A-Za-z0-9~!@$^*\-_=+|;:,.?]{8,16}\z", RegexOptions.CultureInvariant);

    public static ServiceRefusal NoInstance(string instanceId)
        => new(404, "INVALID_INSTANCE_NOT_FOUND", $"The instance {instanceId} was not found.");

    public static ServiceRefusal NoImage(string imageId) => new(404, "INVALID_IMAGE_NOT_FOUND", $"The image {imageId} was not found.");

    public static ServiceRefusal NoZone(string zoneId) => new(404, "INVALID_ZONE_NOT_FOUND", $"The zone {zoneId} was not found.");

    public static ServiceRefusal NoResourceGroup(string groupId)
        => new(404, "OPERATION_FAILED_RESOURCE_GROUP_NOT_FOUND", $"The resource group {groupId} was not found.");

    public static ServiceRefusal InRecycleBin(string instanceId)
        => new(403, "OPERATION_DENIED_INSTANCE_RECYCLED", $"The instance {instanceId} is in the recycle bin.");

    public static ServiceRefusal NotStopped(string instanceId)
        => new(403, "OPERATION_DENIED_INSTANCE_NOT_STOPPED", $"The instance {instanceId} is not stopped.");

    public static ServiceRefusal NotRunning(string instanceId)
        => new(403, "OPERATION_DENIED_INSTANCE_NOT_RUNNING", $"The instance {instanceId} is not running.");

    public static ServiceRefusal SoldOut(string? instanceType, string? zoneId)
        => new(400, "RESOURCE_INSUFFICIENT_PRODUCT_SOLD_OUT", $"The instance type {instanceType} is sold out in {zoneId}.");

    /// <summary>An instance that refuses in its state, whichever would do.</summary>
    public static ServiceRefusal WrongStatus(SimulatedInstance instance)
        => new(400, "OPERATION_DENIED_INSTANCE_STATUS_NOT_SUPPORT", $"The instance {instance.Id} is {instance.Status}.");

    /// <summary>A name of an instance that breaks the rules for one.</summary>
    public static ServiceRefusal? InstanceName(string name) => Name.IsMatch(name)
        ? null
        : new ServiceRefusal(400, "INVALID_PARAMETER_PATTERN_ERROR", "instanceName may have letters, digits, hyphens and periods.");

    /// <summary>A way to log in that breaks the rules for one.</summary>
    public static ServiceRefusal? Login(string? password, string? keyId) => (password, keyId) switch
    {
        (not null, not null) => FormRefusals.Value("Either password or keyId may be set, not both."),
        (not null, _) when !Password.IsMatch(password) => new ServiceRefusal(
            400, "INVALID_PASSWORD_MALFORMED", "The password has 8 to 16 characters: small and capital letters, digits and special ones."),
        _ => null,
    };

    /// <summary>A time zone that DescribeTimeZones does not list.</summary>
    public static ServiceRefusal? TimeZone(string? timeZone)
        => timeZone is null || Catalogue.TimeZones.Contains(timeZone) ? null : FormRefusals.Value($"There is no time zone {timeZone}.");
}
