using System.Management.Automation;
using System.Reflection;
using System.Runtime.CompilerServices;
using ZenlayerZec.Client.Costs;
using ZenlayerZec.Client.Models;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.Cmdlets;

/// <summary>A cmdlet that changes things takes those of its own kind, and refuses all others: live, and in every form in which they come back.</summary>
public class KindTests
{
    private const string Id = "1394000000010000007";

    /// <summary>What a file, another process or a selection of properties makes of an object.</summary>
    private static readonly Dictionary<string, Func<object, object>> Forms = new()
    {
        ["live"] = live => live,
        ["selected"] = Selected,
        ["deserialized"] = Deserialized,
        ["selected and deserialized"] = live => Deserialized(Selected(live)),
        ["row"] = live => Copy(live, value => value?.ToString() ?? string.Empty),
    };

    /// <summary>The types that stand for a thing of another type.</summary>
    private static readonly Dictionary<string, string> StandsFor = new()
    {
        ["ZecInstanceStatus"] = "ZecInstance",
        ["ZecInstanceMetric"] = "ZecInstance",
        ["ZecInstanceMetricSummary"] = "ZecInstance",
        ["ZecDiskMetric"] = "ZecDisk",
        ["ZecDiskMetricSummary"] = "ZecDisk",
        ["ZecEipMetric"] = "ZecEip",
        ["ZecEipMetricSummary"] = "ZecEip",
        ["ZecEipTarget"] = "ZecEip",
        ["ZecEipTraffic"] = "ZecEip",
        ["ZecEipTrafficSummary"] = "ZecEip",
        ["ZecNicMetric"] = "ZecNic",
        ["ZecNicMetricSummary"] = "ZecNic",
        ["ZecImageCopyProgress"] = "ZecImage",

        // A line of a list of several kinds says its own: here, as Filled makes it, that of a disk.
        ["ZecUnused"] = "ZecDisk",
    };

    /// <summary>What they are as rows, which say nothing of their types: the ID in them decides.</summary>
    private static readonly Dictionary<string, string> RowsOf = new()
    {
        ["ZecDiskPrice"] = "ZecDisk",
        ["ZecEipPrice"] = "ZecEip",
        ["ZecInstancePrice"] = "ZecInstance",
        ["ZecInstanceVncUrl"] = "ZecInstance",
        ["ZecNicIPv6Price"] = "ZecNicIPv6",
    };

    /// <summary>The only cmdlets that take what is a part of a thing.</summary>
    private static readonly Dictionary<string, string[]> PartsOf = new() { ["ZecNicIPv4"] = ["New-ZecNicIPv4", "Remove-ZecNicIPv4"] };

    public static TheoryData<string, string> Cases()
    {
        using var session = new PowerShellSession();
        var cases = new TheoryData<string, string>();
        foreach (var type in Emitted(session))
        {
            foreach (var form in Forms.Keys)
            {
                cases.Add(type.Name, form);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Own_things_bind_and_others_are_refused(string typeName, string form)
    {
        await using var account = await ServedAccount.StartAsync();
        var session = account.Session;
        var type = Emitted(session).Single(one => one.Name == typeName);
        session["it"] = Forms[form](Filled(type));
        var kind = StandsFor.GetValueOrDefault(typeName, form == "row" ? RowsOf.GetValueOrDefault(typeName, typeName) : typeName);
        var changing = ChangingCmdlets.In(session);
        Assert.True(changing.Count >= 12);

        Assert.All(changing, cmdlet =>
        {
            var isOwn = cmdlet.Parameters["InputObject"].ParameterType.GetElementType()!.Name == kind
                || PartsOf.GetValueOrDefault(typeName)?.Contains(cmdlet.Name) == true
                || (typeName == nameof(ZecReleasePlan) && form == "live" && cmdlet.Name == "Remove-ZecInstance");
            var (shown, sent) = (session.Host.Lines.Count, account.Simulator.Calls.Count);
            var run = session.Run($"$it | {cmdlet.Name} {ChangingCmdlets.Mandatory(cmdlet)} {(isOwn ? "-WhatIf" : "-Confirm:$false")}");

            if (isOwn)
            {
                Assert.Empty(run.Errors);
                Assert.Contains(session.Host.Lines.Skip(shown), line => line.Contains(Id, StringComparison.Ordinal));
            }
            else
            {
                Assert.Single(run.Errors.Append(run.Terminating).OfType<ErrorRecord>());
            }

            Assert.DoesNotContain(account.Simulator.Calls.Skip(sent), call => !isOwn || ChangingCmdlets.Sends(cmdlet, call));
        });
    }

    [Theory]
    [InlineData("[pscustomobject]@{ diskId = 'd-1'; diskName = 'data'; instanceId = 'i-1' } | Remove-ZecInstance -Force", "This is a disk (its column diskId comes first), not an instance. To name the instance that it is attached to, put Get-ZecInstance in between.")]
    [InlineData("[pscustomobject]@{ snapshotId = 's-1'; diskId = 'd-1' } | Remove-ZecDisk -Force", "This is a snapshot (its column snapshotId comes first), not a disk. To name the disk that it was made of, put Get-ZecDisk in between.")]
    [InlineData("Get-ZecZone -First 1 | Remove-ZecInstance -Force", "This is a zone (ZecZone), not an instance. To name the instances in it, put Get-ZecInstance in between.")]
    [InlineData("Get-ZecInstance -First 1 | Remove-ZecDisk -Force", "This is an instance (ZecInstance), not a disk. To name its disks, put Get-ZecDisk in between.")]
    [InlineData("(Get-ZecInstance -First 1).Nics | Remove-ZecDisk -Force", "This is a network interface (ZecNic), not a disk. Pipe disks as Get-ZecDisk returns them.")]
    [InlineData("Remove-ZecDisk (Get-ZecInstance -First 1) -Force", "This is an instance (ZecInstance), not a disk.")]
    [InlineData("Remove-ZecDisk -DiskId (Get-ZecInstance -First 1) -Force", "This is an instance (ZecInstance), not a disk.")]
    [InlineData("Get-ZecInstance -First 1 | Remove-ZecEip -Force", "This is an instance (ZecInstance), not an elastic IP. To name its elastic IPs, put Get-ZecEip in between.")]
    [InlineData("Get-ZecEip -First 1 | Remove-ZecInstance -Force", "To name the instance that it is bound to, put Get-ZecInstance in between.")]
    [InlineData("@(Get-ZecEip -First 1 | Get-ZecEipPrice)[0] | Remove-ZecEip -Force", "This is an eip price (ZecEipPrice), not an elastic IP.")]
    [InlineData("[pscustomobject]@{ NicId = 'n-1'; IpAddress = '10.0.0.1' } | Remove-ZecNic -Force", "This row is about something else than a network interface: no network interface has the column IpAddress.")]
    [InlineData("[pscustomobject]@{ ImageId = 'img-1'; InstanceType = 'z2a.cpu.1' } | Remove-ZecImage -Force", "This row is about something else than an image: no image has the column InstanceType. Pipe images as Get-ZecImage -Custom returns them.")]
    [InlineData("Get-ZecInstance -First 1 | Wait-ZecDisk -Until Available", "This is an instance (ZecInstance), not a disk.")]
    public async Task A_refusal_names_the_kinds_and_the_cmdlet_to_put_in_between(string script, string sentence)
    {
        await using var account = await ServedAccount.StartAsync();
        script = script.Replace("Get-ZecZone -First 1", "Get-ZecZone eu-west-1a", StringComparison.Ordinal);

        var run = account.Run(script);

        Assert.Contains(sentence, Assert.Single(run.Errors.Append(run.Terminating).OfType<ErrorRecord>()).ToString(), StringComparison.Ordinal);
        Assert.All(account.Simulator.Calls, call => Assert.StartsWith("Describe", call.Action, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_object_of_another_kind_is_an_error_of_its_own_and_the_next_ones_bind()
    {
        await using var account = await ServedAccount.StartAsync();

        var run = account.Run("""
            $zone = Get-ZecZone eu-west-1a
            $one, $two = Get-ZecInstance -First 2
            $zone, $one, $zone, $two | Remove-ZecInstance -WhatIf
            """);

        Assert.Equal(2, run.Errors.Count);
        Assert.Contains(account.Session.Host.Lines, line => line.Contains(account.Simulator.Instances[0].InstanceId, StringComparison.Ordinal));
        Assert.Contains(account.Session.Host.Lines, line => line.Contains(account.Simulator.Instances[1].InstanceId, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[pscustomobject]@{ ZoneId = 'z-1'; InstanceId = 'i-1'; DiskId = 'd-1' } | Remove-ZecInstance -WhatIf", "i-1")]
    [InlineData("[pscustomobject]@{ DiskId = 'd-1'; InstanceId = 'i-1' } | Remove-ZecDisk -WhatIf", "d-1")]
    [InlineData("[pscustomobject]@{ Owner = 'x'; DiskId = 'd-1' } | Remove-ZecDisk -WhatIf", "d-1")]
    [InlineData("[pscustomobject]@{ Id = 'd-1' } | Remove-ZecDisk -WhatIf", "d-1")]
    public async Task A_row_binds_by_the_ID_that_comes_first(string script, string id)
    {
        await using var account = await ServedAccount.StartAsync();

        Assert.Empty(account.Run(script).Errors);
        Assert.Contains(account.Session.Host.Lines, line => line.Contains($"\"{id}\"", StringComparison.Ordinal));
    }

    /// <summary>The module's own types that its cmdlets say they emit.</summary>
    private static IReadOnlyList<Type> Emitted(PowerShellSession session) =>
    [
        .. session.Must("Get-Command -Module ZenlayerZec").Of<CmdletInfo>()
            .SelectMany(cmdlet => cmdlet.ImplementingType.GetCustomAttributes<OutputTypeAttribute>())
            .SelectMany(says => says.Type)
            .Select(name => name.Type)
            .Where(type => type.Namespace?.StartsWith("ZenlayerZec", StringComparison.Ordinal) == true)
            .Distinct()
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    /// <summary>As Select-Object * makes it.</summary>
    private static PSObject Selected(object live)
    {
        var copy = Copy(live, value => value);
        copy.TypeNames.Insert(0, $"Selected.{live.GetType().FullName}");
        return copy;
    }

    /// <summary>As Export-Clixml and Import-Clixml make it.</summary>
    private static object Deserialized(object live) => PSSerializer.Deserialize(PSSerializer.Serialize(live, 2));

    private static PSObject Copy(object live, Func<object?, object?> change)
    {
        var copy = new PSObject();
        foreach (var property in PSObject.AsPSObject(live).Properties)
        {
            object? value = null;
            try
            {
                value = property.Value;
            }
            catch (GetValueException)
            {
                // As Select-Object does: a property that cannot be read is empty.
            }

            copy.Properties.Add(new PSNoteProperty(property.Name, change(value)));
        }

        return copy;
    }

    /// <summary>An object of a type with an ID in every property that can have one.</summary>
    private static object Filled(Type type)
    {
        if (type == typeof(ZecUnused))
        {
            return new ZecUnused(new ZecDisk { DiskId = Id }, new ZecDependent("Disk", Id, name: null, detail: null));
        }

        if (type == typeof(ZecReleasePlan))
        {
            return new ZecReleasePlan(new ZecInstance { InstanceId = Id }, keepDependentResource: false);
        }

        var one = type.GetConstructor(Type.EmptyTypes) is not null ? Activator.CreateInstance(type)! : RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in type.GetProperties().Where(property => property.PropertyType == typeof(string)))
        {
            // Where only a constructor sets it, the field behind it is set.
            var field = property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic);
            field?.SetValue(one, property.Name.EndsWith("Id", StringComparison.Ordinal) ? Id : null);
        }

        return one;
    }
}
