using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ZenlayerZec.Tests.Engine;

namespace ZenlayerZec.Tests.House;

/// <summary>What every cmdlet has to be like, those that are still to be written too.</summary>
public sealed partial class ConventionTests : IDisposable
{
    /// <summary>Words that end in s and are singular all the same.</summary>
    private static readonly string[] Singulars = ["Progress", "Status", "Address", "Class", "Access", "Mbps", "Days", "Egress"];

    /// <summary>What PowerShell's own cmdlets call a parameter, which users know by that name.</summary>
    private static readonly string[] Customary = ["ProxyUseDefaultCredentials"];

    /// <summary>What cannot be taken back though its verb sounds harmless: the disk is overwritten.</summary>
    private static readonly string[] Irrevocable = ["Restore-ZecSnapshot", "Set-ZecEipAddress", "Set-ZecSecurityGroupRule"];

    /// <summary>What can be taken back, although others with the verb cannot: a bandwidth can become smaller again, and a disk cannot.</summary>
    private static readonly string[] Revocable = ["Resize-ZecEip", "Resize-ZecInstance", "Resize-ZecNicIPv6"];

    private static readonly string[] Looking = [VerbsCommon.Get, VerbsDiagnostic.Measure, VerbsDiagnostic.Test, VerbsLifecycle.Wait, VerbsCommunications.Connect, VerbsCommunications.Disconnect, VerbsData.ConvertTo];

    /// <summary>High is what PowerShell asks about unless it is told otherwise: what cannot be taken back.</summary>
    private static readonly Dictionary<string, ConfirmImpact> Changing = new(StringComparer.Ordinal)
    {
        [VerbsCommon.Remove] = ConfirmImpact.High,
        [VerbsCommon.Reset] = ConfirmImpact.High,
        [VerbsLifecycle.Resume] = ConfirmImpact.High,
        [VerbsLifecycle.Invoke] = ConfirmImpact.High,
        [VerbsCommon.Copy] = ConfirmImpact.Medium,
        [VerbsCommon.New] = ConfirmImpact.Medium,
        [VerbsCommon.Add] = ConfirmImpact.Medium,
        [VerbsCommon.Set] = ConfirmImpact.Medium,
        [VerbsLifecycle.Start] = ConfirmImpact.Medium,
        [VerbsLifecycle.Stop] = ConfirmImpact.Medium,
        [VerbsLifecycle.Restart] = ConfirmImpact.Medium,
        [VerbsCommon.Resize] = ConfirmImpact.High,
        [VerbsData.Restore] = ConfirmImpact.Medium,
        [VerbsLifecycle.Register] = ConfirmImpact.Medium,
        [VerbsLifecycle.Unregister] = ConfirmImpact.Medium,
        [VerbsData.Mount] = ConfirmImpact.Medium,
        [VerbsData.Dismount] = ConfirmImpact.Medium,
    };

    private readonly PowerShellSession _session = new();

    private IReadOnlyList<CmdletInfo> Cmdlets => [.. _session.Must("Get-Command -Module ZenlayerZec").Of<CmdletInfo>()];

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Verbs_are_approved_ones()
    {
        var approved = typeof(VerbsCommon).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(VerbsCommon).Namespace && type.Name.StartsWith("Verbs", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => field.GetRawConstantValue())
            .ToHashSet();

        Assert.True(approved.Count > 90);
        Assert.NotEmpty(Cmdlets);
        Assert.All(Cmdlets, cmdlet => Assert.Contains(cmdlet.Verb, approved));
    }

    [Fact]
    public void Nouns_are_singular_and_begin_with_Zec()
        => Assert.All(Cmdlets, cmdlet =>
        {
            Assert.Matches("^Zec([A-Z][A-Za-z0-9]+)?$", cmdlet.Noun);
            Assert.True(IsSingular(cmdlet.Noun), cmdlet.Name);
            Assert.True(cmdlet.Noun != "Zec" || cmdlet.Verb is "Connect" or "Disconnect", cmdlet.Name);
        });

    [Fact]
    public void What_changes_something_can_be_rehearsed_and_asked_about()
        => Assert.All(Cmdlets, cmdlet =>
        {
            var says = cmdlet.ImplementingType.GetCustomAttribute<CmdletAttribute>()!;
            if (Looking.Contains(cmdlet.Verb))
            {
                Assert.False(says.SupportsShouldProcess, cmdlet.Name);
            }
            else
            {
                Assert.True(says.SupportsShouldProcess, cmdlet.Name);
                var expected = Irrevocable.Contains(cmdlet.Name) ? ConfirmImpact.High : Revocable.Contains(cmdlet.Name) ? ConfirmImpact.Medium : Changing[cmdlet.Verb];
                Assert.True(expected == says.ConfirmImpact, $"{cmdlet.Name}: {says.ConfirmImpact}");
                Assert.True(says.ConfirmImpact != ConfirmImpact.High || cmdlet.Parameters.ContainsKey("Force"), $"{cmdlet.Name} has no -Force");
            }
        });

    [Fact]
    public void Every_cmdlet_says_what_it_emits()
        => Assert.All(Cmdlets, cmdlet => Assert.True(cmdlet.ImplementingType.IsDefined(typeof(OutputTypeAttribute)), cmdlet.Name));

    [Fact]
    public void Things_come_from_the_pipeline_as_objects_and_by_their_IDs()
        => Assert.All(OwnParameters(), own =>
        {
            if (own.Parameter.Name is "InputObject")
            {
                Assert.All(own.Parameter.ParameterSets.Values, set => Assert.True(set.ValueFromPipeline, $"{own.Cmdlet} -{own.Parameter.Name}"));
            }

            // The ID of what the cmdlet is for, such as DiskId of Remove-ZecDisk; another ID names the one to do it with.
            if (own.Cmdlet.Parameters.TryGetValue("InputObject", out var objects) && $"{objects.ParameterType.GetElementType()?.Name}Id" == $"Zec{own.Parameter.Name}")
            {
                // A rule has the ID of its group, and would bind as the group.
                var takesRules = own.Cmdlet.Parameters.ContainsKey("Rule");
                Assert.All(own.Parameter.ParameterSets.Values, set => Assert.True(set.ValueFromPipelineByPropertyName != takesRules, $"{own.Cmdlet} -{own.Parameter.Name}"));
            }
        });

    [Fact]
    public void Parameters_are_singular_and_in_Pascal_case()
        => Assert.All(OwnParameters(), own =>
        {
            // An alias may be a plural: the name of a property that is bound by it.
            Assert.All(own.Parameter.Aliases.Append(own.Parameter.Name), name => Assert.Matches("^[A-Z][A-Za-z0-9]*$", name));
            Assert.True(IsSingular(own.Parameter.Name) || Customary.Contains(own.Parameter.Name), $"{own.Cmdlet} -{own.Parameter.Name}");
        });

    [Fact]
    public void Cmdlets_and_parameters_are_described()
    {
        var described = XDocument.Load(Path.Combine(Repository.ModuleFolder, "ZenlayerZec.xml")).Descendants("member")
            .SelectMany(member => member.Descendants("para"), (member, para) => $"{member.Attribute("name")?.Value} {para.Attribute("type")?.Value}")
            .ToHashSet();

        Assert.All(Cmdlets, cmdlet => Assert.Contains($"T:{cmdlet.ImplementingType} synopsis", described));
        Assert.All(OwnParameters(), own => Assert.Contains($"P:{Declaring(own)}.{own.Parameter.Name} description", described));
    }

    private static bool IsSingular(string name) => LastWord().Match(name).Value is var word
        && (!word.EndsWith('s') || Singulars.Contains(word));

    /// <summary>A property of a base is described at the base.</summary>
    private static Type Declaring((CmdletInfo Cmdlet, ParameterMetadata Parameter) own)
        => own.Cmdlet.ImplementingType.GetProperty(own.Parameter.Name)!.DeclaringType!;

    /// <summary>Without those that PowerShell adds by itself.</summary>
    private IReadOnlyList<(CmdletInfo Cmdlet, ParameterMetadata Parameter)> OwnParameters()
        => [.. Cmdlets.SelectMany(cmdlet => cmdlet.Parameters.Values, (cmdlet, parameter) => (Cmdlet: cmdlet, Parameter: parameter))
            .Where(own => own.Cmdlet.ImplementingType.GetProperty(own.Parameter.Name) is not null)];

    [GeneratedRegex("[A-Z][a-z0-9]*$")]
    private static partial Regex LastWord();
}
