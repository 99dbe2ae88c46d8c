using System.Management.Automation;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using ZenlayerZec.HelpBuilder.Cmdlets;
using ZenlayerZec.HelpBuilder.Pages;
using ZenlayerZec.HelpBuilder.Text;
using static ZenlayerZec.HelpBuilder.Output.MamlText;

namespace ZenlayerZec.HelpBuilder.Output;

/// <summary>The help of cmdlets in the XML that Get-Help reads.</summary>
internal static class Maml
{
    private static readonly XNamespace Msh = "http://msh";

    public static string Of(IEnumerable<(CmdletPage Page, CmdletFacts Cmdlet)> pages)
    {
        var items = new XElement(
            Msh + "helpItems",
            new XAttribute("schema", "maml"),
            new XAttribute(XNamespace.Xmlns + "maml", MamlSpace.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "command", Command.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "dev", Dev.NamespaceName),
            pages.Select(pair => Cmdlet(pair.Page, pair.Cmdlet)));
        var text = new StringWriter { NewLine = "\n" };
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            items.Save(writer);
        }

        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{text}\n";
    }

    private static XElement Cmdlet(CmdletPage page, CmdletFacts cmdlet) => new(
        Command + "command",
        new XElement(
            Command + "details",
            new XElement(Command + "name", cmdlet.Name),
            new XElement(Command + "verb", cmdlet.Name.Split('-')[0]),
            new XElement(Command + "noun", cmdlet.Name.Split('-')[1]),
            new XElement(MamlSpace + "description", Blocks(page.Synopsis.Blocks))),
        new XElement(MamlSpace + "description", Blocks(page.Description.Blocks)),
        new XElement(Command + "syntax", cmdlet.Sets.Select(set => MamlParameter.Syntax(cmdlet, set))),
        new XElement(Command + "parameters", cmdlet.Parameters.Select(parameter => MamlParameter.Of(
            parameter, page.Parameters.FirstOrDefault(part => part.Title == $"-{parameter.Name}")?.Blocks ?? [new Paragraph(parameter.Comment!)]))),
        new XElement(Command + "inputTypes", page.Inputs.Select(part => Typed(
            "inputType", part, cmdlet.Parameters.Where(parameter => parameter.IsPiped).Select(parameter => parameter.Type).Append(typeof(PSObject))))),
        new XElement(Command + "returnValues", page.Outputs.Select(part => Typed("returnValue", part, cmdlet.OutputTypes))),
        page.Notes.Blocks.Count == 0 ? null : new XElement(MamlSpace + "alertSet", new XElement(MamlSpace + "alert", Blocks(page.Notes.Blocks))),
        new XElement(Command + "examples", page.Examples.Select(Example)),
        new XElement(
            Command + "relatedLinks",
            page.Links.Select(link => Link(link.Text, link.IsAddress ? link.Target : string.Empty)).Prepend(Link("Online Version:", cmdlet.HelpUri!))));

    private static XElement Typed(string element, PagePart part, IEnumerable<Type> types) => new(
        Command + element,
        new XElement(Dev + "type", new XElement(MamlSpace + "name", TypeNames.Full(part.Title, types))),
        new XElement(MamlSpace + "description", Blocks(part.Blocks)));

    private static XElement Example(PagePart part, int at) => new(
        Command + "example",
        new XElement(MamlSpace + "title", Title($"Example {at + 1}: {part.Title}")),
        new XElement(Dev + "code", string.Join("\n", ((Code)part.Blocks[0]).Lines)),
        new XElement(Dev + "remarks", Blocks(part.Blocks.Skip(1)), Empty()));

    /// <summary>Between hyphens, as the examples of PowerShell's own cmdlets.</summary>
    private static string Title(string title)
    {
        const int Width = 70;
        var hyphens = new StringBuilder().Append('-', Math.Max(3, (Width - title.Length - 2) / 2));
        return $"{hyphens} {title} {hyphens}";
    }

    private static XElement Link(string text, string address) => new(
        MamlSpace + "navigationLink", new XElement(MamlSpace + "linkText", text), new XElement(MamlSpace + "uri", address));
}
