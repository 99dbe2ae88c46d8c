using System.CodeDom.Compiler;
using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Reflection;

namespace ZenlayerZec.HelpBuilder.Cmdlets;

/// <summary>What the class of a cmdlet says about it, as PowerShell's engine reads it.</summary>
internal sealed class CmdletFacts
{
    private static readonly HashSet<string> Common = [.. typeof(CommonParameters).GetProperties().Select(property => property.Name)];

    public CmdletFacts(Type type, DocComments? comments = null)
    {
        var cmdlet = type.GetCustomAttribute<CmdletAttribute>()!;
        Name = $"{cmdlet.VerbName}-{cmdlet.NounName}";
        HelpUri = cmdlet.HelpUri;

        var info = new CmdletInfo(Name, type);
        OutputTypes = [.. info.OutputType.Select(output => output.Type).Where(output => output != typeof(void))];
        Sets = [.. info.ParameterSets.OrderByDescending(set => set.IsDefault).Select(set => Shown(set).ToArray())];

        var instance = Activator.CreateInstance(type)!;
        Parameters = [.. Sets.SelectMany(set => set).Select(parameter => parameter.Name).Distinct()
            .OrderBy(name => name is "Confirm" or "WhatIf").ThenBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Select(name => new ParameterFacts([.. Sets.SelectMany(set => set).Where(parameter => parameter.Name == name)], instance, type.IsDefined(typeof(GeneratedCodeAttribute)) ? comments : null))];
        (instance as IDisposable)?.Dispose();
    }

    public string Name { get; }

    public string? HelpUri { get; }

    public IReadOnlyList<Type> OutputTypes { get; }

    /// <summary>The parameter sets, the default one first, each in the order in which PowerShell shows its parameters.</summary>
    public IReadOnlyList<IReadOnlyList<CommandParameterInfo>> Sets { get; }

    /// <summary>The parameters but for the common ones, in the order of their names; -WhatIf and -Confirm at the end.</summary>
    public IReadOnlyList<ParameterFacts> Parameters { get; }

    private static IEnumerable<CommandParameterInfo> Shown(CommandParameterSetInfo set) => set.Parameters
        .Where(parameter => !Common.Contains(parameter.Name) && !parameter.Attributes.OfType<ParameterAttribute>().Any(attribute => attribute.DontShow))
        .OrderBy(parameter => parameter.Position < 0 ? int.MaxValue : parameter.Position)
        .ThenBy(parameter => !parameter.IsMandatory);
}
