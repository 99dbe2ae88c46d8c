using ZenlayerZec.Tests.Cmdlets;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Generated;

/// <summary>A cmdlet that is added cannot be left out of what the generated schedules try.</summary>
public class ScheduledCmdletTests
{
    [Fact]
    public void Every_changing_cmdlet_is_tried_in_fault_schedules()
    {
        using var session = new PowerShellSession();

        var changing = ChangingCmdlets.In(session).Select(cmdlet => cmdlet.Name);
        var tried = Groups.SelectMany(group => (TheoryData<string>)group.GetProperty("Changes")!.GetValue(null)!).Select(change => change.Data.Split(' ')[0]);

        Assert.Equal(changing.Order(StringComparer.Ordinal), tried.Distinct().Order(StringComparer.Ordinal));
    }

    private static IEnumerable<Type> Groups => typeof(ScheduledCmdletTests).Assembly.GetTypes()
        .Select(type => type.BaseType)
        .OfType<Type>()
        .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(FaultScheduleTests<>));
}
