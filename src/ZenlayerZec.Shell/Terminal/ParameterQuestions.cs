using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace ZenlayerZec.Shell.Terminal;

/// <summary>Asks for the mandatory parameters that a command was not given.</summary>
internal sealed class ParameterQuestions(PSHostUserInterface terminal)
{
    private const string HelpAnswer = "!?";

    public Dictionary<string, PSObject> Ask(IReadOnlyCollection<FieldDescription> fields)
    {
        if (fields.Any(field => !string.IsNullOrEmpty(field.HelpMessage)))
        {
            terminal.WriteLine($"(Type {HelpAnswer} for Help.)");
        }

        return fields.ToDictionary(field => field.Name, field => PSObject.AsPSObject(Answer(field)));
    }

    private object Answer(FieldDescription field)
    {
        if (field.ParameterTypeFullName == typeof(PSCredential).FullName)
        {
            return terminal.PromptForCredential(string.Empty, field.Name, string.Empty, string.Empty);
        }

        if (field.ParameterTypeFullName == typeof(SecureString).FullName)
        {
            terminal.Write($"{field.Name}: ");
            return terminal.ReadLineAsSecureString();
        }

        return field.ParameterTypeFullName.EndsWith("[]", StringComparison.Ordinal) ? List(field) : Line(field, field.Name);
    }

    /// <summary>One element a line, until an empty one.</summary>
    private string[] List(FieldDescription field)
    {
        var elements = new List<string>();
        while (Line(field, $"{field.Name}[{elements.Count}]") is { Length: > 0 } element)
        {
            elements.Add(element);
        }

        return [.. elements];
    }

    private string Line(FieldDescription field, string label)
    {
        while (true)
        {
            terminal.Write($"{label}: ");
            var line = terminal.ReadLine();
            if (line != HelpAnswer || string.IsNullOrEmpty(field.HelpMessage))
            {
                return line;
            }

            terminal.WriteLine(field.HelpMessage);
        }
    }
}
