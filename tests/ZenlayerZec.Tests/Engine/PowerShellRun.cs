using System.Collections.ObjectModel;
using System.Management.Automation;

namespace ZenlayerZec.Tests.Engine;

/// <summary>What a script left on the streams.</summary>
internal sealed class PowerShellRun(PowerShell shell, Collection<PSObject> output, ErrorRecord? terminating)
{
    public IReadOnlyList<PSObject> Output { get; } = [.. output];

    /// <summary>The error that ended the script; null where it ran to its end.</summary>
    public ErrorRecord? Terminating { get; } = terminating;

    public IReadOnlyList<ErrorRecord> Errors { get; } = [.. shell.Streams.Error];

    public IReadOnlyList<string> Warnings { get; } = [.. shell.Streams.Warning.Select(record => record.Message)];

    public IReadOnlyList<string> Verbose { get; } = [.. shell.Streams.Verbose.Select(record => record.Message)];

    public IReadOnlyList<string> Debug { get; } = [.. shell.Streams.Debug.Select(record => record.Message)];

    public IReadOnlyList<string> Information { get; } = [.. shell.Streams.Information.Select(record => record.ToString())];

    public IReadOnlyList<ProgressRecord> Progress { get; } = [.. shell.Streams.Progress];

    /// <summary>The output, as what it is.</summary>
    public IReadOnlyList<T> Of<T>() => [.. Output.Select(item => (T)item.BaseObject)];

    /// <summary>The one object that was put out.</summary>
    public T Single<T>() => Assert.Single(Of<T>());

    /// <summary>Everything that any stream says, as text, for searching.</summary>
    public string Everything => string.Join(
        "\n",
        [
            .. Output.Select(item => item?.ToString()),
            .. Errors.Append(Terminating).OfType<ErrorRecord>().Select(Text),
            .. Warnings, .. Verbose, .. Debug, .. Information,
            .. Progress.Select(record => $"{record.Activity} {record.StatusDescription} {record.CurrentOperation}"),
        ]);

    private static string Text(ErrorRecord error) => string.Join(
        "\n", error, error.Exception, error.ErrorDetails, error.ErrorDetails?.RecommendedAction, error.FullyQualifiedErrorId, error.TargetObject);
}
