using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;
using ZenlayerZec.Client.Api;
using ZenlayerZec.Client.Errors;
using ZenlayerZec.Client.Ordering;
using ZenlayerZec.Client.Text;
using ZenlayerZec.Connection;
using ZenlayerZec.Errors;

namespace ZenlayerZec.Commands.Bases;

/// <summary>The errors of an order that failed or may have failed.</summary>
internal static class OrderErrors
{
    /// <summary>The service takes no signature that is further off, so that no instance is dated earlier than this before its order.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>A number of instances, in words.</summary>
    public static string Instances(int count) => count == 1 ? "1 instance" : string.Format(CultureInfo.InvariantCulture, "{0} instances", count);

    /// <summary>The order, in words.</summary>
    public static string Target(CreateZecInstancesRequest order) => VisibleText.Of(
        $"{order.InstanceType} in {order.ZoneId}, image {order.ImageId}{(order.InstanceName is { } name ? $", name {name}" : string.Empty)}");

    /// <summary>The last order was not placed.</summary>
    public static ErrorRecord NotPlaced(ZecException failure, OrderRun run)
    {
        var which = run.PartCount == 1 ? "The order" : string.Format(CultureInfo.InvariantCulture, "Order {0} of {1}", run.Sent, run.PartCount);
        var lead = $"{which} ({Instances(run.Last.InstanceCount!.Value)}) was not placed";
        if (failure.FailsEveryRequest)
        {
            // It ends the command, and perhaps loses the results of the orders before it.
            var before = run.Sent > 1 ? " Get-ZecOperation lists those that were." : string.Empty;
            return ErrorRecords.From(failure, Target(run.Last), $"{lead}.{Rest(run)}{before}");
        }

        var error = ErrorRecords.From(failure, Target(run.Last), $"{lead}:");
        if (failure.Kind is ZecErrorKind.NotFound or ZecErrorKind.Refused)
        {
            error.ErrorDetails.RecommendedAction =
                "Correct what the message says: Get-ZecZone, Get-ZecInstanceType, Get-ZecImage and Get-ZecTimeZone list the available values.";
        }

        return error;
    }

    /// <summary>It is unknown whether the last order was placed.</summary>
    public static ErrorRecord Unknown(ZecException failure, OrderRun run)
    {
        var target = Target(run.Last);
        var error = ErrorRecords.From(
            failure,
            target,
            $"It is unknown whether {Instances(run.Last.InstanceCount!.Value)} ({target}) were created. Look before you order again: {Look(run)}{Rest(run)}");
        error.ErrorDetails.RecommendedAction = $"The order may have been placed; an order that is sent twice is paid twice. {Look(run)}";
        return error;
    }

    /// <summary>The answer to the last order has a different number of IDs than were ordered.</summary>
    public static ErrorRecord CountDiffers(ZecInstanceOrder order, OrderRun run)
    {
        var message = VisibleText.Of(
            $"{Instances(order.Count)} had been ordered, and the answer has the IDs of {order.InstanceIds.Count} (order {order.OrderNumber}, "
            + $"requestId {order.RequestId}).{Rest(run)}");
        return new ErrorRecord(new InvalidOperationException(message), ZecOperation.InstanceCountDiffers, ErrorCategory.InvalidResult, order)
        {
            ErrorDetails = new ErrorDetails(message) { RecommendedAction = VisibleText.Of($"To see which instances exist: {Look(run)}") },
        };
    }

    /// <summary>The number of instances that were not ordered, as a sentence.</summary>
    private static string Rest(OrderRun run) => run.NeverSent == 0 ? string.Empty
        : string.Format(CultureInfo.InvariantCulture, " {0} more were not ordered.", run.NeverSent);

    /// <summary>The command that finds the instances of the last order.</summary>
    private static string Look(OrderRun run)
    {
        var name = run.Last.InstanceName is { } given
            ? $" -Name '{CodeGeneration.EscapeSingleQuotedStringContent(NumberedName.AnyOf(given))}'"
            : string.Empty;
        return string.Format(
            CultureInfo.InvariantCulture,
            "Get-ZecInstance -ZoneId '{0}'{1} | Where-Object CreateTime -ge '{2:yyyy-MM-dd'T'HH:mm:ss'Z'}'",
            CodeGeneration.EscapeSingleQuotedStringContent(run.Last.ZoneId!),
            name,
            (run.LastTime - ClockTolerance).UtcDateTime);
    }
}
