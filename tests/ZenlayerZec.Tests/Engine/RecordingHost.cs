using System.Globalization;
using System.Management.Automation.Host;

namespace ZenlayerZec.Tests.Engine;

/// <summary>A console that remembers what it showed.</summary>
/// <param name="width">Its columns.</param>
internal sealed class RecordingHost(int width = 120) : PSHost
{
    private readonly RecordingInterface _interface = new(width);

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "Test";

    public override PSHostUserInterface UI => _interface;

    public override Version Version => new(1, 0);

    /// <summary>The lines that were shown.</summary>
    public IReadOnlyList<string> Lines => _interface.Lines;

    /// <summary>The questions that were asked, whole.</summary>
    public IReadOnlyList<string> Questions => _interface.Questions;

    /// <summary>What to answer at the next questions, by label: Yes, No, Yes to All, No to All. Without an answer a question fails.</summary>
    public Queue<string> Answers => _interface.Answers;

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode)
    {
    }
}
