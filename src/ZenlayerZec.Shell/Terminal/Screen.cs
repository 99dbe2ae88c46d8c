using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace ZenlayerZec.Shell.Terminal;

/// <summary>The terminal, as PowerShell's streams and questions use it. Colours only where someone looks at them.</summary>
internal sealed class Screen : PSHostUserInterface, IHostUISupportsMultipleChoiceSelection
{
    private static readonly bool IsPlain = Console.IsOutputRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };

    private readonly ProgressLine _progress = new();

    public override PSHostRawUserInterface RawUI { get; } = new ScreenSize();

    public override bool SupportsVirtualTerminal => !IsPlain;

    /// <summary>A line as it would have been typed at a prompt.</summary>
    public void WritePrompt(string line)
    {
        _progress.Clear();
        Colored(ConsoleColor.DarkGray, ConsoleColor.Black, "PS> ");
        Colored(line.StartsWith('#') ? ConsoleColor.Green : ConsoleColor.Yellow, ConsoleColor.Black, line);
        Console.Out.WriteLine();
    }

    /// <summary>Takes the progress line away.</summary>
    public void EndProgress() => _progress.Clear();

    public override void Write(string value)
    {
        _progress.Clear();
        Console.Out.Write(GetOutputString(value, SupportsVirtualTerminal));
    }

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value)
    {
        _progress.Clear();
        Colored(foregroundColor, backgroundColor, value);
    }

    public override void WriteLine(string value) => Write(value + Environment.NewLine);

    public override void WriteErrorLine(string value)
    {
        _progress.Clear();
        Console.Error.WriteLine(GetOutputString(value, SupportsVirtualTerminal && !Console.IsErrorRedirected));
    }

    public override void WriteDebugLine(string message) => WriteLine($"DEBUG: {message}");

    public override void WriteVerboseLine(string message) => WriteLine($"VERBOSE: {message}");

    public override void WriteWarningLine(string message)
        => Write(ConsoleColor.Yellow, ConsoleColor.Black, $"WARNING: {message}{Environment.NewLine}");

    public override void WriteProgress(long sourceId, ProgressRecord record) => _progress.Show(record);

    public override string ReadLine() => Keyboard.ReadLine();

    public override SecureString ReadLineAsSecureString() => Keyboard.ReadSecret();

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
    {
        WriteCaption(caption, message);
        var answers = new Dictionary<string, PSObject>();
        foreach (var field in descriptions)
        {
            Write($"{field.Name}: ");
            object answer = field.ParameterTypeFullName == typeof(SecureString).FullName ? ReadLineAsSecureString() : ReadLine();
            answers[field.Name] = PSObject.AsPSObject(answer);
        }

        return answers;
    }

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        WriteCaption(caption, message);
        var question = new ChoiceQuestion(choices, defaultChoice);
        while (true)
        {
            Write(question.Text);
            var answer = ReadLine();
            if (answer.Trim() == "?")
            {
                WriteLine(question.Help);
            }
            else if (question.Choose(answer) is { } choice)
            {
                return choice;
            }
        }
    }

    public Collection<int> PromptForChoice(
        string? caption, string? message, Collection<ChoiceDescription> choices, IEnumerable<int>? defaultChoices)
        => [PromptForChoice(caption ?? string.Empty, message ?? string.Empty, choices, defaultChoices?.FirstOrDefault() ?? -1)];

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName)
    {
        WriteCaption(caption, message);
        if (string.IsNullOrEmpty(userName))
        {
            Write("User: ");
            userName = ReadLine();
        }

        Write($"Password for user {userName}: ");
        return new PSCredential(userName, ReadLineAsSecureString());
    }

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options)
        => PromptForCredential(caption, message, userName, targetName);

    private void WriteCaption(string caption, string message)
    {
        foreach (var line in new[] { caption, message }.Where(line => !string.IsNullOrEmpty(line)))
        {
            WriteLine(line);
        }
    }

    private static void Colored(ConsoleColor foreground, ConsoleColor background, string text)
    {
        if (!IsPlain)
        {
            Console.ForegroundColor = foreground;
            if (background != ConsoleColor.Black)
            {
                Console.BackgroundColor = background;
            }
        }

        Console.Out.Write(text);
        if (!IsPlain)
        {
            Console.ResetColor();
        }
    }
}
