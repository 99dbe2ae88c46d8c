using System.Management.Automation;
using System.Xml.Linq;
using ZenlayerZec.HelpBuilder.Cmdlets;
using ZenlayerZec.HelpBuilder.Text;
using static ZenlayerZec.HelpBuilder.Output.MamlText;

namespace ZenlayerZec.HelpBuilder.Output;

/// <summary>Parameters in MAML, in a call and on their own.</summary>
internal static class MamlParameter
{
    /// <summary>A call that a parameter set allows.</summary>
    public static XElement Syntax(CmdletFacts cmdlet, IReadOnlyList<CommandParameterInfo> set) => new(
        Command + "syntaxItem",
        new XElement(MamlSpace + "name", cmdlet.Name),
        set.Select(parameter => new XElement(
            Command + "parameter",
            new XAttribute("required", Word(parameter.IsMandatory)),
            new XAttribute("position", parameter.Position < 0 ? "named" : parameter.Position),
            new XElement(MamlSpace + "name", parameter.Name),
            Value(parameter))));

    /// <summary>A parameter with its text and its facts.</summary>
    public static XElement Of(ParameterFacts parameter, IEnumerable<TextBlock> text) => new(
        Command + "parameter",
        new XAttribute("required", Word(parameter.IsMandatory)),
        new XAttribute("variableLength", Word(parameter.Type.IsArray)),
        new XAttribute("globbing", Word(parameter.TakesWildcards)),
        new XAttribute("pipelineInput", Pipeline(parameter)),
        new XAttribute("position", parameter.Position),
        new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
        new XElement(MamlSpace + "name", parameter.Name),
        new XElement(MamlSpace + "description", Blocks(text), parameter.Accepts is { } accepts ? Para(accepts) : null),
        new XElement(
            Command + "parameterValue",
            new XAttribute("required", Word(parameter.Type != typeof(SwitchParameter))),
            TypeNames.Short(parameter.Type)),
        new XElement(Dev + "type", new XElement(MamlSpace + "name", TypeNames.Short(parameter.Type))),
        new XElement(Dev + "defaultValue", parameter.Default));

    private static XElement? Value(CommandParameterInfo parameter)
        => parameter.ParameterType == typeof(SwitchParameter) ? null
        : ParameterFacts.Values(parameter) is { Count: > 0 } values
            ? new XElement(Command + "parameterValueGroup", values.Select(value => new XElement(Command + "parameterValue", value)))
            : new XElement(Command + "parameterValue", new XAttribute("required", "true"), TypeNames.Short(parameter.ParameterType));

    private static string Pipeline(ParameterFacts parameter)
    {
        string?[] ways = [parameter.IsPipedWhole ? "ByValue" : null, parameter.IsPipedByName ? "ByPropertyName" : null];
        return parameter.IsPiped ? $"True ({string.Join(", ", ways.Where(way => way is not null))})" : "False";
    }

    private static string Word(bool value) => value ? "true" : "false";
}
